import { useMemo, useState } from 'react';
import { normaliseName } from '../../../shared/analysis/normalise-name';
import { addMeasurement, addMetric } from '../../../shared/commands/metrics';
import { cardsOf, stagesOf } from '../../../shared/document/create';
import type { JourneyMap } from '../../../shared/document/schema';
import { type CatalogueMeasure, measureExplanation, measureTitle } from '../../../shared/metrics/catalogue/catalogue';
import { suggestMetrics } from '../../../shared/metrics/catalogue/suggest';
import { closeDialog } from '../../dialogs/close';
import { Field } from '../../panels/inspector/controls/Field';
import { useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { texts, useTexts } from '../../store/texts';
import { showView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { setView } from './rows';
import './metrics-view.css';

/** Chooses a metric of the catalogue, those that suit the stage or card at hand first, and what it is measured on. */
export function AddMetric({ element }: { element: string | null }) {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const [on, setOn] = useState(element ?? '');
  const [search, setSearch] = useState('');
  const measures = useMemo(() => suggestMetrics(map, on || null), [map, on]);
  const words = normaliseName(search).split(' ').filter(Boolean);
  const found = measures.filter((measure) => {
    const spoken = normaliseName(`${measureTitle(measure, t)} ${measure.words}`);
    return words.every((word) => spoken.includes(word));
  });
  const own = () => add(on, { title: search.trim() || t('metricsView.addDialog.ownName') });
  return (
    <Dialog
      title={t('metricsView.addDialog.title')}
      width={560}
      onClose={closeDialog}
      foot={
        <Button icon="pencil" title={t('metricsView.addDialog.ownHint')} onClick={own}>
          {t('metricsView.addDialog.own')}
        </Button>
      }
    >
      <div className="metric-add">
        <input
          className="input"
          type="search"
          aria-label={t('metricsView.addDialog.search')}
          placeholder={t('metricsView.addDialog.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Field label={t('metricsView.addDialog.on')}>
          <Select label={t('metricsView.addDialog.on')} value={on} options={placesOf(map, t)} onChange={setOn} />
        </Field>
        <div className="metric-add-list">
          {found.length === 0 && <p className="metrics-nothing">{t('metricsView.addDialog.nothing')}</p>}
          {found.map((measure) => (
            <button
              key={measure.id}
              type="button"
              className="metric-add-item"
              onClick={() => add(on, definition(measure))}
            >
              <b>{measureTitle(measure, t)}</b>
              <span className="chip">{t(`catalogue.stages.${measure.stage}`)}</span>
              <small>{measureExplanation(measure, t)}</small>
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

/** What a metric can be measured on: the map, a stage, a card. */
function placesOf(map: JourneyMap, t: ReturnType<typeof useTexts>) {
  const titled = (title: string) => title || t('metricsView.untitledCard');
  return [
    { value: '', text: t('metricsView.wholeMap') },
    ...stagesOf(map).map(({ id, title }) => ({ value: id, text: `${t('kinds.stage.one')}: ${titled(title)}` })),
    ...cardsOf(map)
      .filter(({ kind }) => kind !== 'note')
      .map(({ id, kind, title }) => ({ value: id, text: `${t(`kinds.${kind}.one`)}: ${titled(title)}` })),
  ];
}

const definition = (measure: CatalogueMeasure) => ({
  title: measureTitle(measure, texts()),
  catalogue: measure.id,
  unit: measure.unit,
  direction: measure.direction,
  aggregation: measure.aggregation,
  decimals: measure.decimals,
});

function add(on: string, values: Parameters<typeof addMetric>[1]): void {
  const row = change(texts()('metricsView.steps.add'), (draft) =>
    addMeasurement(draft, addMetric(draft, values), { element: on || null }),
  );
  closeDialog();
  showView('metrics');
  if (row) setView({ row });
}
