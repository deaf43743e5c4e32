import { useMemo, useState } from 'react';
import { addCard } from '../../../shared/commands/cards';
import { placeInStage } from '../../../shared/commands/ideas';
import {
  answeredText,
  answerPrompt,
  lacksFor,
  PROMPT_LISTS,
  PROMPTS,
  type Prompt,
  type PromptList,
  type PromptPlace,
  placeAtHand,
} from '../../../shared/ideas/prompts';
import type { TextKey } from '../../../shared/language/translator';
import { selectPersonas, selectStages } from '../../panels/common/map-facts';
import { Editable } from '../../panels/inspector/ElementFacts';
import { editor, useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { currentPicture } from '../../store/picture';
import { texts, useTexts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { Button, IconButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { setIdeas } from './model';
import './prompts.css';

/** The questions of the field about the stage, persona or card at hand. Answers go onto the map. */
export function Prompts() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const selection = useEditor((state) => state.selection);
  const personas = useEditor(selectPersonas);
  const stages = useEditor(selectStages);
  const [list, setList] = useState<PromptList>('content');
  const [wanted, setWanted] = useState<{ persona: string | null; stage: string | null }>({
    persona: null,
    stage: stages[0]?.id ?? null,
  });
  const [department, setDepartment] = useState('');
  const place = useMemo(() => placeAtHand(map, selection, wanted), [map, selection, wanted]);
  const card = place.card === null ? undefined : map.elements[place.card];
  const untitled = t('ideas.grid.untitled');
  // What is chosen here by hand must not be overruled by what is selected.
  const choose = (values: Partial<typeof wanted>) => {
    setWanted({ ...wanted, persona: place.persona, stage: place.stage, ...values });
    editor.setState({ selection: [] });
  };
  const none = { value: '', text: t('ideas.prompts.none') };
  return (
    <div className="prompts">
      <header className="prompts-head">
        <h2>{t('ideas.prompts.title')}</h2>
        <IconButton small icon="x" label={t('ideas.prompts.close')} onClick={() => setIdeas({ prompts: false })} />
      </header>
      <div className="prompts-about">
        <Segmented
          label={t('ideas.prompts.choose')}
          value={list}
          options={PROMPT_LISTS.map((value) => ({ value, text: t(`ideas.prompts.lists.${value}`) }))}
          onChange={setList}
        />
        <div className="prompts-places">
          <Select
            label={t('ideas.prompts.stage')}
            value={place.stage ?? ''}
            options={[none, ...stages.map(({ id, title }) => ({ value: id, text: title || untitled }))]}
            onChange={(stage) => choose({ stage: stage || null })}
          />
          <Select
            label={t('ideas.prompts.persona')}
            value={place.persona ?? ''}
            options={[none, ...personas.map(({ id, title }) => ({ value: id, text: title || untitled }))]}
            onChange={(persona) => choose({ persona: persona || null })}
          />
        </div>
        {card && (
          <p className="prompts-card" data-any-length>
            {t('ideas.prompts.about')}: {card.title.trim() || untitled}
          </p>
        )}
        {(list === 'data' || list === 'departments') && (
          <input
            className="input"
            aria-label={t('ideas.prompts.department')}
            placeholder={t('ideas.prompts.department')}
            list="prompts-departments"
            value={department}
            onChange={(event) => setDepartment(event.target.value)}
          />
        )}
        <datalist id="prompts-departments">
          {t('suggestions.departments')
            .split(', ')
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
      </div>
      <Editable>
        <ol className="prompts-list">
          {PROMPTS.filter((prompt) => prompt.list === list).map((prompt) => (
            <Question key={prompt.id} prompt={prompt} place={place} department={department} />
          ))}
        </ol>
      </Editable>
    </div>
  );
}

function Question({ prompt, place, department }: { prompt: Prompt; place: PromptPlace; department: string }) {
  const t = useTexts();
  const said = useEditor((state) => answeredText(state.map, prompt, place));
  const [text, setText] = useState('');
  const { target } = prompt;
  const lacks = lacksFor(prompt, place);
  const question = t(`prompts.questions.${prompt.id}`);
  const where =
    target.to === 'card'
      ? t('ideas.prompts.becomes', { kind: t(`kinds.${target.kind}.one`) })
      : t('ideas.prompts.goesTo', {
          field: target.field === 'text' ? t('fields.text') : t(`kinds.${target.to}.fields.${target.field}` as TextKey),
        });
  const put = () => {
    const { layout } = currentPicture();
    const id = change(t('ideas.steps.prompt'), (draft) =>
      answerPrompt(draft, layout, prompt, text, place, target.to === 'stage' ? department : ''),
    );
    if (!id) return;
    setText('');
    const title = editor.getState().map.elements[id]?.title || texts()('ideas.grid.untitled');
    tell('good', t('ideas.prompts.added', { title }), {
      label: t('ideas.prompts.show'),
      run: () => {
        editor.setState({ selection: [id] });
        setIdeas({ prompts: false });
      },
    });
  };
  return (
    <li>
      <p className="prompts-question">{question}</p>
      {said && (
        <p className="prompts-said" data-any-length>
          {t('ideas.prompts.soFar', { text: said })}
        </p>
      )}
      {lacks === null ? (
        <>
          <textarea
            className="input"
            aria-label={`${t('ideas.prompts.answer')}: ${question}`}
            placeholder={t('ideas.prompts.answer')}
            rows={2}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              put();
            }}
          />
          <div className="prompts-end">
            <span>{where}</span>
            <Button small disabled={!text.trim()} onClick={put}>
              {t('ideas.prompts.put')}
            </Button>
          </div>
        </>
      ) : (
        <div className="prompts-end">
          <span>{t(lacks === 'persona' ? 'ideas.prompts.needsPersona' : 'ideas.prompts.needsStage')}</span>
          {lacks === 'persona' && (
            <Button small icon="plus" onClick={addPersona}>
              {t('ideas.prompts.addPersona')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function addPersona(): void {
  const t = texts();
  const { layout, map } = currentPicture();
  const id = change(t('steps.add', { kind: t('kinds.persona.one') }), (draft) =>
    addCard(draft, 'persona', placeInStage(map, layout, 'persona', null), {
      title: t('kinds.persona.one'),
      width: 200,
    }),
  );
  if (id) editor.setState({ selection: [id] });
}
