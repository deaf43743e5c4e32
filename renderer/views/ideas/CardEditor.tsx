import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { IdeaValues } from '../../../shared/commands/ideas';
import { LIMITS } from '../../../shared/document/limits';
import type { ElementKind, MapElement } from '../../../shared/document/schema';
import { STATUSES } from '../../../shared/ideas/filter';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';

/** The kinds of cards that the view edits in place. */
export type EditableKind = Extract<ElementKind, 'pain-point' | 'question' | 'answer' | 'content-idea'>;

/** Which of a kind's fields stand in the card while it is edited; all others are in the inspector. */
const FIELDS = {
  'pain-point': ['severity', 'owner'],
  question: ['owner'],
  answer: ['department', 'owner'],
  'content-idea': ['format', 'channel', 'status', 'due', 'owner'],
} as const satisfies Record<EditableKind, readonly string[]>;
type FieldName = (typeof FIELDS)[EditableKind][number];

interface CardEditorProps {
  kind: EditableKind;
  /** Null: a new one. */
  element: MapElement | null;
  /** What a new one begins with. */
  initial?: Readonly<Record<string, unknown>>;
  /** The field to begin with; without it, the title. */
  first?: FieldName;
  onSave: (values: IdeaValues) => void;
  onCancel: () => void;
}

/**
 * A card that is being edited in its place. Enter or leaving it keeps what was typed as one step, Escape gives it up; a
 * new one without a title never was.
 */
export function CardEditor({ kind, element, initial = {}, first, onSave, onCancel }: CardEditorProps) {
  const t = useTexts();
  const start = (element ?? initial) as Readonly<Record<string, unknown>>;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => textsOf(kind, start));
  const form = useRef<HTMLFieldSetElement>(null);
  const done = useRef(false);
  const title = typed.title ?? '';
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>(
      first ? `[data-field="${first}"]` : '.ideas-edit-title',
    );
    field?.focus();
    if (field instanceof HTMLInputElement && field.type !== 'date') field.select();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, [first]);
  const finish = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    const changed = keep ? changesOf(kind, typed, start) : {};
    if (!keep || (!element && !title.trim()) || (element && Object.keys(changed).length === 0)) onCancel();
    else onSave(element ? changed : { ...initial, ...changed });
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(false);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) finish(true);
    else return;
    event.preventDefault();
  };
  const leave = (event: FocusEvent) => {
    // The window lost the focus, not the card.
    if (event.relatedTarget === null && !document.hasFocus()) return;
    if (!event.currentTarget.contains(event.relatedTarget)) finish(true);
  };
  const set = (name: string, text: string) => setTyped((before) => ({ ...before, [name]: text }));
  return (
    <fieldset
      ref={form}
      className={`ideas-edit ${kind}`}
      aria-label={t('ideas.edit.name', { kind: t(`kinds.${kind}.one`) })}
      onKeyDown={press}
      onBlur={leave}
    >
      <input
        className="ideas-edit-title"
        aria-label={t('ideas.edit.title')}
        placeholder={t(`ideas.edit.newTitle.${kind}`)}
        maxLength={LIMITS.textLength}
        value={title}
        onChange={(event) => set('title', event.target.value)}
      />
      <div className="ideas-edit-fields">
        {FIELDS[kind].map((name) => (
          <EditField key={name} kind={kind} name={name} text={typed[name] ?? ''} onChange={(text) => set(name, text)} />
        ))}
      </div>
      <div className="ideas-edit-end">
        <Button small look="quiet" onClick={() => finish(false)}>
          {t('ideas.edit.cancel')}
        </Button>
        <Button small look="primary" onClick={() => finish(true)}>
          {t('ideas.edit.save')}
        </Button>
      </div>
    </fieldset>
  );
}

interface EditFieldProps {
  kind: EditableKind;
  name: FieldName;
  text: string;
  onChange: (text: string) => void;
}

function EditField({ kind, name, text, onChange }: EditFieldProps) {
  const t = useTexts();
  const id = useId();
  const label =
    name === 'owner'
      ? t('fields.owner')
      : name === 'severity'
        ? t('ideas.edit.severity')
        : name === 'department'
          ? t('kinds.answer.fields.department')
          : t(`kinds.content-idea.fields.${name}`);
  const options =
    name === 'status'
      ? STATUSES.map((value) => ({ value: value as string, text: t(`options.status.${value}`) }))
      : name === 'severity'
        ? [
            { value: '', text: t('ideas.edit.unsaid') },
            ...['1', '2', '3', '4', '5'].map((value) => ({ value, text: value })),
          ]
        : null;
  const list =
    name === 'format'
      ? 'suggestions.formats'
      : name === 'channel'
        ? 'suggestions.channels'
        : name === 'department'
          ? 'suggestions.departments'
          : null;
  return (
    <label className={`ideas-edit-field ${kind} ${name}`} htmlFor={id}>
      <span>{label}</span>
      {options ? (
        <select
          id={id}
          className="select"
          data-field={name}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          className="input"
          data-field={name}
          type={name === 'due' ? 'date' : 'text'}
          max={name === 'due' ? '9999-12-31' : undefined}
          maxLength={LIMITS.textLength}
          list={list ? `${id}-list` : undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {t(list)
            .split(', ')
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
      )}
    </label>
  );
}

const namesOf = (kind: EditableKind): readonly string[] => ['title', ...FIELDS[kind]];

function textsOf(kind: EditableKind, from: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = namesOf(kind).map((name) => [name, from[name] ?? (name === 'status' ? 'idea' : '')] as const);
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
}

/** What was typed and is another value than before. */
function changesOf(
  kind: EditableKind,
  typed: Readonly<Record<string, string>>,
  before: Readonly<Record<string, unknown>>,
): IdeaValues {
  const values = namesOf(kind).map((name): [string, unknown] => {
    const text = (typed[name] ?? '').replace(/\s*\n\s*/g, ' ');
    if (name === 'severity') return [name, text === '' ? null : Number(text)];
    if (name === 'due') return [name, /^\d{4}-\d\d-\d\d$/.test(text) ? text : null];
    return [name, text];
  });
  const initial = textsOf(kind, before);
  return Object.fromEntries(values.filter(([name, value]) => String(value ?? '') !== initial[name]));
}
