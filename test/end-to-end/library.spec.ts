import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lanesOf, stagesOf } from '../../shared/document/create';
import { readMapFile } from '../drivers/editor';
import { expect, test } from '../drivers/hosts';
import { inaccessible } from '../drivers/looking';

test.use({ language: 'es' });

const program = fileURLToPath(new URL('../../dist/command-line/periplo.js', import.meta.url));

test('a team starts from a whole map, adds from the library, and keeps its own for the next time', async ({
  editor,
}) => {
  test.setTimeout(150_000);
  const { page } = editor;
  const library = page.locator('.library');
  const search = library.getByRole('searchbox');

  const path = await test.step('chooses the clinic with the keyboard; it has nothing left to do', async () => {
    expect(await inaccessible(page, 'new map', '[role=dialog]')).toEqual([]);
    await page.locator('.new-map-picture').nth(5).waitFor();
    await editor.dialog.getByRole('textbox').fill('Fisioterapia del barrio');
    const clinic = editor.dialog.getByRole('radio', { name: /^Clínica/ });
    await clinic.focus();
    await editor.press('Space');
    await expect(clinic).toBeChecked();
    expect(await inaccessible(page, 'new map, a template chosen', '[role=dialog]')).toEqual([]);
    await editor.press('Enter');
    await expect(page.locator('.stage-head')).toHaveCount(6);
    await expect(editor.stage('Síntoma')).toBeVisible();
    const saved = await editor.saveAs('fisio');
    execFileSync(process.execPath, [program, 'check', saved, '--strict'], { stdio: 'pipe' });
    return saved;
  });
  const first = readMapFile(path);
  const added = (map = readMapFile(path)) => Object.values(map.elements).filter(({ id }) => !first.elements[id]);

  await test.step('drags an entry into a stage', async () => {
    await editor.run('openLibrary');
    await expect(search).toBeFocused();
    expect(await inaccessible(page, 'library', '.app-left')).toEqual([]);
    await editor.type('llamadas');
    const row = library.getByRole('button', { name: /^Centro de llamadas/ });
    await editor.drag(await editor.centre(row), await editor.cell('Cita', 'touchpoints', 0.75));
    await expect(editor.card('Centro de llamadas')).toBeVisible();
    const [card] = added(await editor.saved(path));
    expect(card).toMatchObject({ title: 'Centro de llamadas', channel: 'Centro de llamadas', phase: 'service' });
    expect(stagesOf(first).find(({ id }) => id === card?.stage)?.title).toBe('Cita');
    expect(lanesOf(first).find(({ id }) => id === card?.lane)?.kinds).toContain('touchpoint');
  });

  await test.step('adds a whole set to a chosen stage, takes it back in one step, does it again', async () => {
    await search.fill('');
    await library.getByRole('combobox').selectOption({ label: 'Confianza' });
    const all = library.getByRole('button', { name: /^Añadir los 5: Después de la compra/ });
    await all.press('Enter');
    await expect(library.getByRole('status')).toHaveText('5 tarjetas ya están en el mapa');
    await editor.undoButton.click();
    expect(added(await editor.saved(path))).toHaveLength(1);
    await all.press('Enter');
    const cards = added(await editor.saved(path)).filter(({ title }) => title !== 'Centro de llamadas');
    expect(cards.map(({ title }) => title)).toContain('Encuesta sobre el producto');
    expect(new Set(cards.map(({ stage }) => stagesOf(first).find(({ id }) => id === stage)?.title))).toEqual(
      new Set(['Confianza']),
    );
    execFileSync(process.execPath, [program, 'check', path, '--strict'], { stdio: 'pipe' });
  });

  await test.step('keeps the selected cards in its library, under a better name', async () => {
    await editor.run('saveTemplate');
    await expect(editor.dialog.getByRole('radio', { name: 'Tarjetas seleccionadas' })).toBeChecked();
    expect(await inaccessible(page, 'save as template', '[role=dialog]')).toEqual([]);
    await editor.dialog.getByRole('textbox').fill('Posventa');
    await editor.press('Enter');
    await expect(editor.dialog).toHaveCount(0);
    await library.getByRole('button', { name: 'Cambiar el nombre de «Posventa»' }).click();
    await editor.type('Nuestra posventa');
    await editor.press('Enter');
    const own = library.getByRole('button', { name: /^Nuestra posventa/ });
    await own.scrollIntoViewIfNeeded();
    expect(await inaccessible(page, 'library with an own entry', '.app-left')).toEqual([]);
    await own.press('Enter');
    await expect(library.getByRole('status')).toHaveText('«Nuestra posventa» ya está en el mapa');
    expect(added(await editor.saved(path))).toHaveLength(11);
  });

  await test.step('keeps the whole map, and starts the next one from it', async () => {
    await editor.clickEmptyCanvas();
    await editor.run('saveTemplate');
    await editor.dialog.getByRole('textbox').fill('Plantilla del trimestre');
    await editor.press('Enter');
    await expect(editor.dialog).toHaveCount(0);
    await editor.run('newMap');
    const own = editor.dialog.getByRole('radio', { name: /^Plantilla del trimestre/ });
    await own.focus();
    await editor.press('Space');
    await expect(own).toBeChecked();
    await editor.dialog.getByRole('textbox').fill('Segundo trimestre');
    await editor.press('Enter');
    await expect(editor.dialog).toHaveCount(0);
    const next = readMapFile(await editor.saveAs('segundo'));
    expect(next.title).toBe('Segundo trimestre');
    expect(next.id).not.toBe(first.id);
    expect(Object.keys(next.elements)).toHaveLength(Object.keys(first.elements).length + 11);
  });

  await test.step('removes it again', async () => {
    await editor.run('newMap');
    await editor.dialog.getByRole('button', { name: 'Eliminar «Plantilla del trimestre»' }).click();
    await expect(editor.dialog.getByRole('radio', { name: /^Plantilla del trimestre/ })).toHaveCount(0);
    await editor.press('Escape');
    await library.getByRole('button', { name: 'Volver a las tarjetas' }).click();
    await expect(library).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Biblioteca' })).toBeFocused();
  });
});
