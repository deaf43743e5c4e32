import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { addCard } from '../../../shared/commands/cards';
import { emptyMap } from '../../../shared/document/create';
import { editor } from '../../store/editor';
import { undo } from '../../store/history';
import { Dialogs } from '../Dialogs';
import { startWindow } from '../test-host';

/** Windows-1252 is ISO 8859-1 for the letters in use here. */
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const lines = (...rows: string[]) => rows.join('\r\n');

function mapWithCards() {
  const map = emptyMap({ title: 'Clínica', language: 'es' });
  for (const title of ['Página de producto', 'Correo de bienvenida', 'Reseña']) {
    addCard(map, 'touchpoint', { stage: null, lane: null, x: 0, y: 0 }, { title });
  }
  return map;
}

const idOf = (title: string) =>
  Object.values(editor.getState().map.elements).find((element) => element.title === title)?.id;
const pointsOf = (title: string) =>
  Object.values(editor.getState().map.measurements).find((measurement) => measurement.element === idOf(title))?.points;

function show(name: string, text: string) {
  render(<Dialogs />);
  editor.setState({ dialog: { name: 'importNumbers', file: { name, bytes: windows1252(text) } } });
}

describe('importing numbers', () => {
  beforeEach(() => {
    startWindow(mapWithCards());
  });

  it('reads a ; table with decimal commas in Windows-1252 and puts it on the cards in one step', async () => {
    show(
      'embudo.csv',
      lines(
        'Semana;Tarjeta;Tasa de conversión',
        '16/11/2026;PAGINA DE PRODUCTO;2,1 %',
        '23/11/2026;Página de producto;2,5 %',
        '16/11/2026;Reseña;12,25 %',
        '23/11/2026;Reseña;n/d',
        '23/11/2026;Reseña;mucho',
        '16/11/2026;Corréo de bienbenida;40 %',
        '16/11/2026;Buzoneo;1 %',
      ),
    );
    await screen.findByRole('dialog');
    expect(screen.getByLabelText<HTMLSelectElement>('Encoding').value).toBe('windows-1252');
    expect(screen.getByLabelText<HTMLSelectElement>('Columns separated by').value).toBe(';');
    expect(screen.getByLabelText<HTMLSelectElement>('Names the card').selectedOptions[0]?.text).toBe('Tarjeta');
    expect(screen.getByLabelText<HTMLSelectElement>('Holds the value').selectedOptions[0]?.text).toBe(
      'Tasa de conversión',
    );
    // PAGINA and Página are two names of one card.
    expect(screen.getByText('3 of 5 names found on the map')).toBeTruthy();
    expect(screen.getByText('“mucho” is not a number')).toBeTruthy();
    expect(screen.getByText('2 names that no card carries')).toBeTruthy();
    expect(screen.getByLabelText('Which card is Buzoneo?')).toBeTruthy();
    expect(Object.keys(editor.getState().map.metrics)).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: /Correo de bienvenida/ }));
    expect(await screen.findByText('4 of 5 names found on the map')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Target'), '3.5');
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));

    await waitFor(() => expect(editor.getState().dialog).toBeNull());
    const { map, overlay } = editor.getState();
    expect(map.metrics[overlay ?? '']).toMatchObject({ title: 'Tasa de conversión', unit: 'percent', target: 0.035 });
    expect(pointsOf('Página de producto')).toEqual([
      { period: '2026-W47', value: 0.021 },
      { period: '2026-W48', value: 0.025 },
    ]);
    expect(pointsOf('Reseña')).toEqual([{ period: '2026-W47', value: 0.1225 }]);
    expect(pointsOf('Correo de bienvenida')).toEqual([{ period: '2026-W47', value: 0.4 }]);
    undo();
    expect(Object.keys(editor.getState().map.metrics)).toEqual([]);
  });

  it('asks what the file leaves open, with both readings of its own values', async () => {
    show('visitas.csv', lines('Tarjeta;Visitas', 'Página de producto;1.234', 'Reseña;2.500'));
    const question = await screen.findByRole('group', { name: 'Is the point or the comma the decimal sign here?' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true);
    expect(within(question).getByText('1234')).toBeTruthy();
    await userEvent.click(within(question).getByRole('radio', { name: /Decimal comma/ }));
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Import' });
    await waitFor(() => expect(button.disabled).toBe(false));
    await userEvent.click(button);
    await waitFor(() => expect(pointsOf('Página de producto')).toEqual([{ period: '', value: 1234 }]));
  });

  it('says in one sentence what is wrong with a file', async () => {
    show('vacia.csv', 'Tarjeta;Visitas\r\n');
    expect((await screen.findByRole('alert')).textContent).toBe('The file has column names, but no rows below them.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true);
  });
});
