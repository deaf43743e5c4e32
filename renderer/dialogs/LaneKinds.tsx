import { DropdownMenu } from 'radix-ui';
import { ELEMENT_KINDS, type ElementKind, type Lane } from '../../shared/document/schema';
import { KINDS } from '../../shared/kinds/registry';
import { useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';

/** Stages head the columns: they stand in no row. */
const CARD_KINDS = ELEMENT_KINDS.filter((kind) => kind !== 'stage');

/** The kinds whose new cards go to a row. A kind has one home: taken into one row, it leaves the other. */
export function LaneKinds({
  lane,
  readOnly,
  onChange,
}: {
  lane: Lane;
  readOnly: boolean;
  onChange: (kinds: ElementKind[]) => void;
}) {
  const t = useTexts();
  if (lane.role === 'emotion') {
    return (
      <div className="lanes-kinds">
        <span className="chip">
          <Icon name="chart-line" size={13} />
          {t('dialogs.lanes.emotion')}
        </span>
      </div>
    );
  }
  const title = lane.title || t('lanes.unnamed');
  const toggle = (kind: ElementKind) =>
    onChange(lane.kinds.includes(kind) ? lane.kinds.filter((other) => other !== kind) : [...lane.kinds, kind]);
  return (
    <div className="lanes-kinds">
      {lane.kinds.map((kind) => (
        <span key={kind} className="chip">
          <Icon name={KINDS[kind].icon} size={13} />
          {t(`kinds.${kind}.many`)}
        </span>
      ))}
      {!readOnly && (
        <DropdownMenu.Root>
          <DropdownMenu.Trigger asChild>
            <button
              type="button"
              className="lanes-add-kind"
              aria-label={t('dialogs.lanes.kinds', { title })}
              title={t('dialogs.lanes.kinds', { title })}
            >
              <Icon name={lane.kinds.length > 0 ? 'pencil' : 'plus'} size={12} />
              {lane.kinds.length === 0 && t('dialogs.lanes.noKinds')}
            </button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
              <DropdownMenu.Label className="menu-title section-title">
                {t('dialogs.lanes.landHere')}
              </DropdownMenu.Label>
              {CARD_KINDS.map((kind) => (
                <DropdownMenu.CheckboxItem
                  key={kind}
                  className="menu-item"
                  checked={lane.kinds.includes(kind)}
                  // Several kinds are chosen in one go.
                  onSelect={(event) => event.preventDefault()}
                  onCheckedChange={() => toggle(kind)}
                >
                  <Icon name={KINDS[kind].icon} />
                  {t(`kinds.${kind}.many`)}
                  <DropdownMenu.ItemIndicator className="lanes-check">
                    <Icon name="check" size={14} />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.CheckboxItem>
              ))}
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </div>
  );
}
