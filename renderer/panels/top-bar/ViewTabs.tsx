import { ToggleGroup } from 'radix-ui';
import { commandById } from '../../../shared/commands/table';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { VIEWS } from '../../views/registry';
import { useKeyOf } from '../common/command-key';

/** The views, one of them chosen. Where there is little room, icons have to do. */
export function ViewTabs() {
  const t = useTexts();
  const keyOf = useKeyOf();
  const shown = useEditor((state) => state.view);
  const show = (id: string) => {
    const view = VIEWS.find((one) => one.id === id);
    if (view) runCommand(view.command);
  };
  return (
    <ToggleGroup.Root
      type="single"
      className="segmented view-tabs"
      aria-label={t('views.name')}
      value={shown}
      onValueChange={show}
    >
      {VIEWS.map(({ id, icon, label, command }) => (
        <ToggleGroup.Item
          key={id}
          value={id}
          aria-label={t(label)}
          title={`${t(label)} (${keyOf(commandById(command))})`}
        >
          <Icon name={icon} size={15} />
          <span>{t(label)}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
