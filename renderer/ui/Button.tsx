import type { ButtonHTMLAttributes, Ref } from 'react';
import type { IconName } from '../../shared/figures/icons';
import { Icon } from './Icon';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'primary' | 'danger' | 'quiet';
  small?: boolean;
  icon?: IconName;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look, small, icon, className = '', children, ...rest }: ButtonProps) {
  const classes = ['button', look, small && 'small', !children && 'icon', className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest}>
      {icon && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

/** A button with nothing but an icon: its name is read out and shown as a hint. */
export function IconButton({
  label,
  hint,
  ...rest
}: Omit<ButtonProps, 'children'> & { label: string; icon: IconName; hint?: string }) {
  return <Button aria-label={label} title={hint ? `${label} (${hint})` : label} look="quiet" {...rest} />;
}
