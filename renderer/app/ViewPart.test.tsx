import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy } from 'react';
import { expect, it, vi } from 'vitest';
import { openTestMap } from '../panels/common/testing';
import { editor } from '../store/editor';
import { ViewPart } from './ViewPart';

it('shows what is loaded, and says so until then', async () => {
  openTestMap([]);
  const Late = lazy(() => Promise.resolve({ default: () => <p>Here</p> }));
  render(
    <ViewPart>
      <Late />
    </ViewPart>,
  );
  expect(screen.getByRole('status').textContent).toBe('Just a moment…');
  expect(await screen.findByText('Here')).toBeTruthy();
});

it('leads back to the map where a part cannot be loaded', async () => {
  openTestMap([]);
  editor.setState({ view: 'compare' });
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Lost = lazy(() => Promise.reject(new Error('offline')));
  render(
    <ViewPart>
      <Lost />
    </ViewPart>,
  );
  expect((await screen.findByRole('alert')).textContent).toMatch(/Your map is safe/);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Back to the map' }));
  expect(editor.getState().view).toBe('map');
  quiet.mockRestore();
});
