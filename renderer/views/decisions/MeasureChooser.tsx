import { currencyOf } from '../../../shared/decisions/chosen-objective';
import { titleOf } from '../../../shared/decisions/wording';
import { useEditor } from '../../store/editor';
import type { DecisionsState } from '../../store/state';
import { useTexts } from '../../store/texts';
import { Select } from '../../ui/Select';
import { look, outcomeOf, useModel } from './model';

/** What forecast and tornado count: customers or units of an outcome, or the value of all. */
export function MeasureChooser() {
  const t = useTexts();
  const { settled } = useModel();
  const outcome = useEditor(outcomeOf);
  const measure = useEditor((state) => state.decisions.measure);
  const { map } = settled.graph;
  if (outcome === null) return null;
  const options = settled.outcomes.flatMap(({ element, units, unitName }) => {
    const title = titleOf(map, element, t);
    const own = [{ value: `customers ${element}`, text: title }];
    const unit = unitName || t('decisions.someUnits');
    return units === null
      ? own
      : [...own, { value: `units ${element}`, text: t('decisions.units', { unit, outcome: title }) }];
  });
  if (settled.value.length > 0) {
    options.push({ value: 'value ', text: `${t('decisions.everything')} (${currencyOf(map)})` });
  }
  const isUnits = measure === 'units' && settled.outcomes.some((one) => one.element === outcome && one.units !== null);
  return (
    <Select
      label={t('decisionView.forecast.measure')}
      value={measure === 'value' ? 'value ' : `${isUnits ? 'units' : 'customers'} ${outcome}`}
      options={options}
      onChange={(value) => {
        const [kind = 'customers', id = ''] = value.split(' ');
        look({ measure: kind as DecisionsState['measure'], ...(id && { outcome: id }) });
      }}
    />
  );
}
