import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addCard } from '../../shared/commands/cards';
import { placeInStage } from '../../shared/commands/ideas';
import { stagesOf } from '../../shared/document/create';
import { ELEMENT_KINDS, type ElementKind, type Session } from '../../shared/document/schema';
import { currentStep, kindsOfStep } from '../../shared/workshop/agendas';
import { Section } from '../panels/common/Section';
import { editor, useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { currentPicture } from '../store/picture';
import { selectedElements } from '../store/selection';
import { texts, useTexts } from '../store/texts';
import { Select } from '../ui/Select';
import { setWorkshop } from './workshop-state';

type CardKind = Exclude<ElementKind, 'stage'>;
const CARD_KINDS = ELEMENT_KINDS.filter((kind): kind is CardKind => kind !== 'stage');
const isCardKind = (kind: ElementKind): kind is CardKind => kind !== 'stage';

/** Told apart from the ids of stages: cards wait in the parking row. */
const NOWHERE = '';

/** A line, a card: what people call out falls into the stage and row that were chosen; notes have their speaker's colour. */
export function QuickCapture({ session }: { session: Session | null }) {
  const t = useTexts();
  const stages = useEditor(useShallow((state) => stagesOf(state.map)));
  const readOnly = useEditor((state) => state.readOnly);
  const voter = useEditor((state) => state.workshop.voter);
  const step = session && currentStep(session)?.step.about;
  const ofStep = session && step ? kindsOfStep(session, step).find(isCardKind) : undefined;
  const [chosenKind, setKind] = useState<CardKind | null>(null);
  const [chosenStage, setStage] = useState<string | null>(stageAtHand);
  const [line, setLine] = useState('');
  const kind = chosenKind ?? ofStep ?? 'note';
  const stage = stages.find(({ id }) => id === chosenStage)?.id ?? (chosenStage === NOWHERE ? null : stages[0]?.id);
  const members = session?.members ?? [];
  const speaker = members.find(({ name }) => name === voter) ?? members[0];
  const add = (titles: readonly string[]) => {
    const colour = kind === 'note' && speaker ? { colour: speaker.colour } : {};
    capture(kind, stage ?? null, titles, colour);
    setLine('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add([line]);
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text/plain').split(/\r?\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    add(lines);
  };
  return (
    <Section title={t('workshop.capture.title')}>
      <div className="workshop-stack capture">
        <div className="workshop-row">
          <Select
            label={t('workshop.capture.stage')}
            value={stage ?? NOWHERE}
            disabled={readOnly}
            options={[
              ...stages.map(({ id, title }) => ({ value: id, text: title || t('kinds.stage.one') })),
              { value: NOWHERE, text: t('comparison.noStage') },
            ]}
            onChange={setStage}
          />
          <Select
            label={t('workshop.capture.kind')}
            value={kind}
            disabled={readOnly}
            options={CARD_KINDS.map((value) => ({ value, text: t(`kinds.${value}.one`) }))}
            onChange={setKind}
          />
        </div>
        {kind === 'note' && members.length > 0 && (
          <div className="workshop-row capture-people" role="radiogroup" aria-label={t('workshop.capture.speaker')}>
            {members.map(({ name, colour }) => (
              <label key={name}>
                <input
                  type="radio"
                  name="speaker"
                  checked={name === speaker?.name}
                  onChange={() => setWorkshop({ voter: name })}
                />
                <i style={{ background: colour }} />
                {name}
              </label>
            ))}
          </div>
        )}
        <input
          className="input"
          aria-label={t('workshop.capture.line')}
          placeholder={t('workshop.capture.line')}
          value={line}
          disabled={readOnly}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      </div>
    </Section>
  );
}

function stageAtHand(): string | null {
  const [selected] = selectedElements(editor.getState());
  return selected?.kind === 'stage' ? selected.id : (selected?.stage ?? null);
}

/** A card for each line that says something, below each other; all that was pasted at once is one step. */
function capture(kind: CardKind, stage: string | null, titles: readonly string[], values: { colour?: string }): void {
  const t = texts();
  const ids: string[] = [];
  for (const title of titles.map((one) => one.trim())) {
    if (title === '') continue;
    const { map, layout } = currentPicture();
    const place = placeInStage(map, layout, kind, stage);
    const id = change(
      t('steps.add', { kind: t(`kinds.${kind}.one`) }),
      (draft) => addCard(draft, kind, place, { title, ...values }),
      { merge: 'capture' },
    );
    if (id) ids.push(id);
  }
  endMerge();
  if (ids.length > 0) editor.setState({ selection: ids });
}
