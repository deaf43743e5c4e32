import type { IconName } from '../../../../shared/figures/icons';
import type { TextKey } from '../../../../shared/language/translator';
import { useTexts } from '../../../store/texts';
import { Icon } from '../../../ui/Icon';
import type { Mixed } from '../shared-values';
import type { FieldEdit } from '../use-field';
import { Scale } from './Scale';

const FACES: readonly { value: number; icon: IconName; colour: string; text: TextKey }[] = [
  { value: -2, icon: 'angry', colour: 'danger', text: 'options.feeling.veryBad' },
  { value: -1, icon: 'frown', colour: 'warning', text: 'options.feeling.bad' },
  { value: 0, icon: 'meh', colour: 'muted', text: 'options.feeling.neutral' },
  { value: 1, icon: 'smile', colour: 'good', text: 'options.feeling.good' },
  { value: 2, icon: 'laugh', colour: 'good', text: 'options.feeling.veryGood' },
];

interface Props {
  label: string;
  value: number | null | Mixed;
  edit: FieldEdit;
}

/** How the customer feels: five faces. */
export function Feeling({ label, value, edit }: Props) {
  const t = useTexts();
  const steps = FACES.map(({ value: step, icon, colour, text }) => ({
    value: step,
    colour,
    name: t(text),
    content: <Icon name={icon} size={19} />,
  }));
  return <Scale label={label} value={value} edit={edit} steps={steps} />;
}

const SEVERITIES: readonly { value: number; colour: string }[] = [
  { value: 1, colour: 'muted' },
  { value: 2, colour: 'muted' },
  { value: 3, colour: 'warning' },
  { value: 4, colour: 'danger' },
  { value: 5, colour: 'danger' },
];

/** How much a pain point hurts: five bars. */
export function Severity({ label, value, edit }: Props) {
  const t = useTexts();
  const steps = SEVERITIES.map(({ value: step, colour }) => ({
    value: step,
    colour,
    name: t('panels.inspector.severity', { severity: step }),
    content: <span className="scale-bar" style={{ height: 4 + step * 3 }} />,
  }));
  return <Scale label={label} value={value} edit={edit} steps={steps} filled />;
}
