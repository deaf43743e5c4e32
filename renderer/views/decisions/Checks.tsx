import { isError } from '../../../shared/decisions/faults';
import { flowFaultText } from '../../../shared/decisions/wording';
import { Section } from '../../panels/common/Section';
import { select } from '../../store/selection';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { useModel } from './model';
import { showInFlow } from './use-shown';

const MOST = 30;

/** What is wrong with the ways and numbers; each leads to its card or branch. */
export function Checks() {
  const t = useTexts();
  const { settled } = useModel();
  const { faults, graph } = settled;
  return (
    <Section title={t('decisionView.checks')}>
      {!faults.some(({ id }) => id === 'over-one') && (
        <p className="chip good">
          <Icon name="check" size={13} />
          {t('decisionView.addUp')}
        </p>
      )}
      <ul className="checks">
        {faults.slice(0, MOST).map((fault) => {
          const { message, advice } = flowFaultText(fault, graph.map, t);
          const target = fault.connection ?? fault.element;
          const text = (
            <>
              <Icon name={isError(fault) ? 'circle-alert' : 'info'} size={15} />
              <span>
                <strong>{message}</strong>
                <small>{advice}</small>
              </span>
            </>
          );
          const key = `${fault.id} ${fault.element} ${fault.connection} ${fault.entry ?? ''}`;
          return (
            <li key={key} className={isError(fault) ? 'danger' : ''}>
              {target === null ? (
                <div className="check-row">{text}</div>
              ) : (
                <button
                  type="button"
                  className="check-row"
                  onClick={() => {
                    select([target]);
                    showInFlow(target);
                  }}
                >
                  {text}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
