import { setExit } from '../../../../shared/commands/decisions';
import type { Exit } from '../../../../shared/document/schema';
import { useEditor } from '../../../store/editor';
import { change, endMerge } from '../../../store/history';
import { texts, useTexts } from '../../../store/texts';
import { LineInput } from '../controls/TextInputs';

const FIELDS = ['reason', 'recovery', 'rescue'] as const satisfies readonly (keyof Exit)[];

/** Why customers leave at a card, what wins them back, and what waits there for them. */
export function ExitFields({ element }: { element: string }) {
  const t = useTexts();
  const exit = useEditor((state) => Object.values(state.map.exits).find((one) => one.element === element));
  return FIELDS.map((name) => {
    const label = t(`decisionView.exit.${name}`);
    const put = (value: unknown, merge?: string) =>
      change(
        texts()('steps.edit', { field: label }),
        (draft) => setExit(draft, element, { [name]: String(value) }),
        merge ? { merge } : {},
      );
    return (
      <LineInput
        key={name}
        label={label}
        value={exit?.[name] ?? ''}
        edit={{ set: (value) => put(value), type: (value) => put(value, `field:${name}:${element}`), end: endMerge }}
      />
    );
  });
}
