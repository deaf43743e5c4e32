import { useMemo } from 'react';
import { recordReview } from '../../../shared/commands/decisions';
import { calibrationOf } from '../../../shared/decisions/calibration';
import { lineChart } from '../../../shared/figures/chart';
import { formatDay, formatShare } from '../../../shared/language/format';
import { formatNumber } from '../../../shared/metrics/format';
import { useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { figureContextOf } from '../../store/picture';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { Button } from '../../ui/Button';
import { FigureShapes } from '../../ui/Figure';
import { today } from '../../ui/today';
import { useModel } from './model';

const NO_PICTURES = {};
const SIZE = { width: 460, height: 150 };

/** Whether the guesses get better: the score of each workshop, and a button that keeps today's. */
export function Calibration() {
  const t = useTexts();
  const language = useLanguage();
  const context = useEditor(figureContextOf);
  const reviews = useEditor((state) => state.map.reviews);
  const readOnly = useEditor((state) => state.readOnly);
  const { observed } = useModel();
  const { scores, trend } = useMemo(() => calibrationOf({ reviews }), [reviews]);
  const number = (value: number) => formatNumber(value, 3, language);
  const chart = useMemo(() => {
    if (scores.length === 0) return null;
    const { theme } = context;
    const last = scores.at(-1);
    return lineChart(
      {
        ...SIZE,
        labels: scores.map(({ review }) => formatDay(review.date, language)),
        positions: scores.map(({ review }) => Date.parse(review.date)),
        series: [
          {
            name: t('decisionView.calibration.yours', { score: formatNumber(last?.brier ?? 0, 3, language) }),
            values: scores.map(({ brier }) => brier),
            colour: theme.accent,
            dots: true,
          },
          {
            name: t('decisionView.calibration.best', { score: formatNumber(last?.chance ?? 0, 3, language) }),
            values: scores.map(({ chance }) => chance),
            colour: theme.muted,
            dashed: true,
          },
        ],
        format: (value) => formatNumber(value, 2, language),
      },
      context,
    );
  }, [scores, context, language, t]);
  const record = () => {
    const words = texts();
    const count = change(words('decisionView.calibration.record'), (draft) => recordReview(draft, today(), words));
    if (count) tell('good', words('decisionView.calibration.recorded', { count }));
  };
  return (
    <div className="calibration">
      {chart && (
        <svg {...SIZE} role="img" aria-label={t('decisionView.calibration.chart')}>
          <FigureShapes primitives={chart.primitives} pictures={NO_PICTURES} />
        </svg>
      )}
      <div className="calibration-side">
        <p>
          {t(scores.length === 0 ? 'decisionView.calibration.none' : 'decisionView.calibration.about')}{' '}
          {trend && <strong>{t(`decisionView.calibration.${trend}`)}</strong>}
        </p>
        {scores.length > 0 && (
          <table className="decision-table">
            <thead>
              <tr>
                <th scope="col">{t('decisionView.calibration.day')}</th>
                <th scope="col" className="number">
                  {t('decisionView.calibration.forks')}
                </th>
                <th scope="col" className="number">
                  {t('decisionView.calibration.off')}
                </th>
                <th scope="col" className="number">
                  {t('decisionView.calibration.brier')}
                </th>
              </tr>
            </thead>
            <tbody>
              {scores.map(({ review, forks, miss, brier }) => (
                <tr key={review.id}>
                  <th scope="row">{formatDay(review.date, language)}</th>
                  <td className="number">{forks}</td>
                  <td className="number">{formatShare(miss, language)}</td>
                  <td className="number">{number(brier)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Button
          small
          icon="flag"
          disabled={readOnly || observed.size === 0}
          title={observed.size === 0 ? t('decisionView.nothingObserved') : undefined}
          onClick={record}
        >
          {t('decisionView.calibration.record')}
        </Button>
      </div>
    </div>
  );
}
