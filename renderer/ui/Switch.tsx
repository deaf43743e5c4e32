import { Switch as Radix } from 'radix-ui';

export function Switch({
  checked,
  onChange,
  label,
  id,
  disabled,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  id?: string;
  disabled?: boolean;
}) {
  return (
    <Radix.Root
      className="switch"
      checked={checked}
      onCheckedChange={onChange}
      aria-label={label}
      {...(id && { id })}
      {...(disabled && { disabled })}
    >
      <Radix.Thumb asChild>
        <span />
      </Radix.Thumb>
    </Radix.Root>
  );
}
