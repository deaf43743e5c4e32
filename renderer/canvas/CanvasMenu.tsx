import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { keyLabel } from '../../shared/commands/keys';
import { type CommandId, commandById, isEnabled } from '../../shared/commands/table';
import { ELEMENT_KINDS } from '../../shared/document/schema';
import { useCommandState } from '../app/command-state';
import { isMac } from '../app/keyboard';
import { runCommand } from '../app/run';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';

const FOR_SELECTION: readonly (readonly CommandId[])[] = [
  ['rename', 'connectSelection', 'cut', 'copy', 'paste', 'duplicate'],
  ['bringToFront', 'sendToBack', 'addPicture', 'removePicture'],
  ['copyPicture', 'copyVectorPicture', 'selectSameKind', 'fitSelection'],
  ['deleteSelection'],
];
const ALIGNING: readonly CommandId[] = [
  'alignLeft',
  'alignCentre',
  'alignRight',
  'alignTop',
  'alignMiddle',
  'alignBottom',
  'distributeHorizontally',
  'distributeVertically',
];
const FOR_CANVAS: readonly (readonly CommandId[])[] = [
  ['paste', 'selectAll', 'find'],
  ['tidy', 'fitMap', 'manageLanes', 'mapProperties'],
];

/** What a right click offers: for what is selected, or for the empty canvas. Read from the one table of commands. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const t = useTexts();
  const state = useCommandState();
  const anything = state.elements + state.connections > 0;
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" onCloseAutoFocus={(event) => event.preventDefault()}>
          {!anything && (
            <Submenu
              title={t('menus.insert')}
              ids={ELEMENT_KINDS.map((kind): CommandId => `add:${kind}`)}
              icon="plus"
            />
          )}
          {(anything ? FOR_SELECTION : FOR_CANVAS).map((group, index) => (
            <div key={group[0]}>
              {(index > 0 || !anything) && <ContextMenu.Separator className="menu-line" />}
              {group.map((id) => (
                <Entry key={id} id={id} />
              ))}
              {index === 1 && state.cards > 1 && (
                <Submenu title={t('menus.arrange')} ids={ALIGNING} icon="align-start-vertical" />
              )}
            </div>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Submenu({
  title,
  ids,
  icon,
}: {
  title: string;
  ids: readonly CommandId[];
  icon: 'plus' | 'align-start-vertical';
}) {
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className="menu-item">
        <Icon name={icon} size={15} />
        {title}
        <kbd>›</kbd>
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal>
        <ContextMenu.SubContent className="menu">
          {ids.map((id) => (
            <Entry key={id} id={id} />
          ))}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

function Entry({ id }: { id: CommandId }) {
  const t = useTexts();
  const state = useCommandState();
  const host = useEditor(({ start }) => start?.host);
  const command = commandById(id);
  const keys = host === 'desktop' ? command.keys[0] : command.keys.at(-1);
  return (
    <ContextMenu.Item className="menu-item" disabled={!isEnabled(command, state)} onSelect={() => runCommand(id)}>
      {command.icon ? <Icon name={command.icon} size={15} /> : <span style={{ width: 15 }} />}
      {t(command.label)}
      {keys && <kbd>{keyLabel(keys, isMac())}</kbd>}
    </ContextMenu.Item>
  );
}
