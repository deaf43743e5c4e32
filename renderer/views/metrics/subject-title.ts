import type { Translate } from '../../../shared/language/translator';
import type { MetricSubject } from '../../../shared/metrics/metric-rows';

/** What a metric is measured on, in words. */
export function subjectTitle({ type, title }: MetricSubject, t: Translate): string {
  return type === 'map' ? t('metricsView.wholeMap') : title || t('metricsView.untitledCard');
}
