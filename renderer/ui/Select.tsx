/** The platform's own list: works with keyboard, screen readers and touch as people know it. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  id,
  disabled,
}: {
  label?: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
  id?: string;
  disabled?: boolean;
}) {
  return (
    <select
      className="select"
      value={value}
      aria-label={label}
      id={id}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
