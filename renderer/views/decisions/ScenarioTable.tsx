import { useMemo } from 'react';
import { removeScenario, setInScenario, setScenario } from '../../../shared/commands/decisions';
import {
  adoptScenario,
  type Compared,
  compareScenarios,
  type ScenarioResult,
} from '../../../shared/decisions/scenarios';
import { branchName, titleOf } from '../../../shared/decisions/wording';
import type { JourneyMap, Scenario } from '../../../shared/document/schema';
import { formatMoney, formatShare } from '../../../shared/language/format';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { differenceText, signedShare } from './difference';
import { look, personaOf, scenarioOf, scenariosOf } from './model';

const NOTHING: Compared = { base: 0, now: 0, difference: 0, relative: null };

/** Scenarios beside the map as it is: what ends where, and how much more or less that is. */
export function ScenarioTable() {
  const t = useTexts();
  const language = useLanguage();
  const map = useEditor((state) => state.map);
  const persona = useEditor(personaOf);
  const current = useEditor(scenarioOf);
  const { base, scenarios } = useMemo(() => compareScenarios(map, scenariosOf(map), { persona }), [map, persona]);
  if (scenarios.length === 0) return <p className="forecast-none">{t('decisionView.scenarios.none')}</p>;

  const count = (value: number) => formatCustomers(value, language);
  const rows: {
    key: string;
    name: string;
    of: (result: ScenarioResult) => Compared;
    format?: (value: number) => string;
  }[] = [
    ...base.outcomes.map(({ element }, index) => ({
      key: element,
      name: titleOf(map, element, t),
      of: (result: ScenarioResult) => result.outcomes[index]?.customers ?? NOTHING,
    })),
    { key: 'left', name: t('decisionView.scenarios.leave'), of: ({ left }) => left },
    ...base.value.map(({ currency }, index) => ({
      key: `value ${currency}`,
      name: t('decisions.everything'),
      of: (result: ScenarioResult) => result.value[index]?.amount ?? NOTHING,
      format: (value: number) => formatMoney(Math.round(value), currency, language),
    })),
  ];
  const [first] = scenarios;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
    <section className="forecast-scroll" aria-label={t('decisionView.forecast.tabs.scenarios')} tabIndex={0}>
      <table className="decision-table wide scenarios">
        <thead>
          <tr>
            <th scope="col">{t('decisionView.forecast.outcome')}</th>
            <th scope="col" className="number">
              <button
                type="button"
                className="scenario-name"
                aria-pressed={current === null}
                onClick={() => look({ scenario: null })}
              >
                {t('decisionView.base')}
              </button>
            </th>
            {scenarios.map(({ scenario }) => (
              <th scope="col" key={scenario.id} className="number">
                <ScenarioHead scenario={scenario} isCurrent={current?.id === scenario.id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, of, format = count }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number">{first ? format(of(first).base) : ''}</td>
              {scenarios.map((result) => {
                const { now, difference, relative } = of(result);
                return (
                  <td key={result.scenario.id} className="number">
                    <strong>{format(now)}</strong>
                    <small data-sign={Math.sign(difference)}>
                      {differenceText(difference, language)}
                      {relative !== null && Math.abs(relative) >= 0.0005 && ` (${signedShare(relative, language)})`}
                    </small>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className="scenario-changes">
            <th scope="row">{t('decisionView.scenarios.changes')}</th>
            <td />
            {scenarios.map(({ scenario }) => (
              <td key={scenario.id}>
                <Changes map={map} scenario={scenario} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function ScenarioHead({ scenario, isCurrent }: { scenario: Scenario; isCurrent: boolean }) {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const name = scenario.title || t('decisionView.unnamedScenario');
  const rename = (title: string) =>
    change(texts()('decisionView.scenarios.rename'), (draft) => setScenario(draft, scenario.id, { title }), {
      merge: `field:title:${scenario.id}`,
    });
  return (
    <span className="scenario-head">
      {isCurrent && !readOnly ? (
        <input
          className="input"
          aria-label={t('decisionView.scenarios.rename')}
          value={scenario.title}
          placeholder={t('decisionView.unnamedScenario')}
          maxLength={200}
          onChange={(event) => rename(event.target.value)}
          onBlur={endMerge}
        />
      ) : (
        <button
          type="button"
          className="scenario-name"
          aria-pressed={isCurrent}
          title={t('decisionView.scenarios.show', { name })}
          onClick={() => look({ scenario: scenario.id })}
        >
          {name}
        </button>
      )}
      <IconButton
        small
        icon="check"
        disabled={readOnly}
        label={t('decisionView.scenarios.adopt', { name })}
        onClick={() => {
          change(texts()('decisionView.scenarios.adoptStep'), (draft) => adoptScenario(draft, scenario));
          look({ scenario: null });
        }}
      />
      <IconButton
        small
        icon="trash-2"
        disabled={readOnly}
        label={t('decisionView.scenarios.remove', { name })}
        onClick={() =>
          change(texts()('decisionView.scenarios.removeStep'), (draft) => removeScenario(draft, scenario.id))
        }
      />
    </span>
  );
}

/** What a scenario changes; each can be taken back to the map's own number. */
function Changes({ map, scenario }: { map: JourneyMap; scenario: Scenario }) {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const list = Object.entries(scenario.probabilities).flatMap(([id, share]) => {
    const connection = map.connections[id];
    if (!connection) return [];
    const branch = branchName(map, connection, t);
    return [{ id, share, text: `${titleOf(map, connection.from, t)} · ${branch}` }];
  });
  if (list.length === 0) return <small>{t('decisionView.scenarios.noChanges')}</small>;
  return (
    <ul className="scenario-list">
      {list.map(({ id, share, text }) => (
        <li key={id}>
          <span title={text}>{text}</span> <strong>{formatShare(share, language)}</strong>
          <IconButton
            small
            icon="undo-2"
            disabled={readOnly}
            label={t('decisionView.scenarios.takeBack', { branch: text })}
            onClick={() =>
              change(texts()('decisionView.scenarios.edit'), (draft) =>
                setInScenario(draft, scenario.id, { probabilities: { [id]: null } }),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}
