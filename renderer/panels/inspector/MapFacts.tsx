import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { LIMITS } from '../../../shared/document/limits';
import { ELEMENT_KINDS, type ElementKind, type JourneyMap, type Source } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { formatDay } from '../../../shared/language/format';
import { editor, useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { select } from '../../store/selection';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { selectKindCounts } from '../common/map-facts';
import { Section } from '../common/Section';
import { Field } from './controls/Field';
import { ParagraphInput } from './controls/TextInputs';
import { Editable } from './ElementFacts';
import type { FieldEdit } from './use-field';

type Facts = Pick<JourneyMap, 'title' | 'description' | 'perspective' | 'language'>;

function put(values: Partial<Facts>, merge?: string): void {
  change(texts()('steps.properties'), (draft) => void Object.assign(draft, values), merge ? { merge } : {});
}

/** What the inspector shows while nothing is selected: the map itself. */
export function MapFacts() {
  const t = useTexts();
  return (
    <>
      <Editable>
        <Head />
        <Section title={t('panels.inspector.details')}>
          <Description />
          <Perspective />
          <MapLanguage />
        </Section>
      </Editable>
      <Contents />
      <Sources />
    </>
  );
}

function Head() {
  const t = useTexts();
  const title = useEditor((state) => state.map.title);
  return (
    <header className="inspector-head">
      <span className="inspector-icon">
        <Icon name="map" size={16} />
      </span>
      <div className="inspector-heading">
        <textarea
          className="inspector-title"
          aria-label={t('panels.map.title')}
          rows={1}
          maxLength={LIMITS.textLength}
          placeholder={t('files.untitled')}
          value={title}
          onChange={(event) => put({ title: event.target.value.replace(/\s*\n\s*/g, ' ') }, 'map:title')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onBlur={endMerge}
        />
        <p className="inspector-subtitle">{t('panels.inspector.map')}</p>
      </div>
    </header>
  );
}

const editDescription: FieldEdit = {
  set: (value) => put({ description: String(value) }),
  type: (value) => put({ description: String(value) }, 'map:description'),
  end: endMerge,
};

function Description() {
  const t = useTexts();
  const description = useEditor((state) => state.map.description);
  return <ParagraphInput label={t('panels.map.description')} value={description} edit={editDescription} />;
}

function Perspective() {
  const t = useTexts();
  const perspective = useEditor((state) => state.map.perspective);
  const label = t('panels.map.perspective');
  const options = (['as-is', 'to-be'] as const).map((value) => ({ value, text: t(`options.perspective.${value}`) }));
  return (
    <Field label={label} look="wide">
      <Segmented
        label={label}
        value={perspective}
        options={options}
        onChange={(value) => put({ perspective: value })}
      />
    </Field>
  );
}

const USUAL_LANGUAGES = ['en', 'es', 'ca', 'de', 'eu', 'fr', 'gl', 'it', 'pt'];

function MapLanguage() {
  const t = useTexts();
  const id = useId();
  const language = useLanguage();
  const written = useEditor((state) => state.map.language);
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const tags = USUAL_LANGUAGES.includes(written) ? USUAL_LANGUAGES : [written, ...USUAL_LANGUAGES];
  return (
    <Field label={t('panels.map.language')} htmlFor={id}>
      <Select
        id={id}
        value={written}
        options={tags.map((tag) => ({ value: tag, text: names.of(tag) ?? tag }))}
        onChange={(tag) => put({ language: tag })}
      />
    </Field>
  );
}

function selectAllOf(kind: ElementKind): void {
  const elements = Object.values(editor.getState().map.elements);
  select(elements.filter((element) => element.kind === kind).map((element) => element.id));
}

/** How many there are of each kind; a click selects them. */
function Contents() {
  const t = useTexts();
  const counts = useEditor(selectKindCounts);
  const present = ELEMENT_KINDS.filter((kind) => counts[kind]);
  if (present.length === 0) return null;
  return (
    <Section title={t('panels.map.contents')}>
      <ul className="kind-counts">
        {present.map((kind) => {
          const name = t(`kinds.${kind}.many`);
          return (
            <li key={kind}>
              <button
                type="button"
                title={t('panels.map.selectKind', { kind: name })}
                onClick={() => selectAllOf(kind)}
              >
                <span style={{ color: `var(--tone-${KINDS[kind].tone}-strong)` }}>
                  <Icon name={KINDS[kind].icon} size={14} />
                </span>
                <span>{name}</span>
                <b>{counts[kind]}</b>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Sources() {
  const t = useTexts();
  const sources = useEditor(useShallow((state) => Object.values(state.map.sources)));
  if (sources.length === 0) return null;
  return (
    <Section title={t('panels.map.sources')}>
      <ul className="source-list">
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </Section>
  );
}

function SourceRow({ source }: { source: Source }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <li>
      <Icon name="file-spreadsheet" size={14} />
      <span className="source-facts">
        <span className="source-name" title={source.name}>
          {source.name}
        </span>
        <small>
          {t('panels.inspector.imported', { date: formatDay(source.importedAt.slice(0, 10), language) })} ·{' '}
          {t('panels.map.rows', { count: source.rows })}
        </small>
      </span>
    </li>
  );
}
