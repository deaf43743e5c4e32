import { expect, it } from 'vitest';
import { openerFor } from './default-browser';

it('opens an address only where somebody could see it', () => {
  expect(openerFor('linux', {})).toBeNull();
  expect(openerFor('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(openerFor('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  expect(openerFor('darwin', {})).toEqual(['open']);
  // Not `cmd /c start`, which would take an & in an address for the end of its command.
  expect(openerFor('win32', {})?.[0]).toBe('rundll32');
});
