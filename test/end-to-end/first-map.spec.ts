import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readMap } from '../../shared/document/read';
import type { ElementKind, JourneyMap } from '../../shared/document/schema';
import { test } from '../drivers/hosts';

test.use({ language: 'es' });

/** What the facilitator puts on the map: every kind of card, each into its stage and row. */
const CARDS: readonly [kind: ElementKind, title: string, stage: string, lane: string][] = [
  ['action', 'Busca un hotel rural', 'Conocimiento', 'actions'],
  ['milestone', 'Reserva confirmada', 'Adquisición', 'actions'],
  ['touchpoint', 'Buscador', 'Conocimiento', 'touchpoints'],
  ['touchpoint', 'Página de la casa', 'Adquisición', 'touchpoints'],
  ['touchpoint', 'Recibimiento', 'Incorporación', 'touchpoints'],
  ['motivation', 'Desconectar de la ciudad', 'Conocimiento', 'motivations'],
  ['question', '¿Admiten perros?', 'Adquisición', 'motivations'],
  ['pain-point', 'El precio final sorprende', 'Adquisición', 'painPoints'],
  ['answer', 'Precio total desde el principio', 'Adquisición', 'answers'],
  ['content-idea', 'Guía: qué incluye el precio', 'Incorporación', 'answers'],
  ['note', 'Preguntar a recepción', 'Retención', 'actions'],
  ['detour', 'Compara en otro portal', 'Compromiso', 'touchpoints'],
  ['outcome', 'Reserva ganada', 'Retención', 'touchpoints'],
];

const read = (path: string): JourneyMap => {
  const result = readMap(readFileSync(path));
  if (result.status !== 'ok') throw new Error(`${path}: ${result.status}`);
  return result.map;
};

/** A map without what every save counts up. */
const content = ({ revision: _, revisedOn: __, ...map }: JourneyMap) => map;

test('a facilitator draws a map, saves it, sees numbers on it and hands it out', async ({ editor, host }) => {
  test.setTimeout(120_000);
  const { page } = editor;

  await test.step('starts from six stages in Spanish', async () => {
    await editor.dialog.getByRole('textbox').fill('Casa rural Los Tilos');
    await editor.dialog.getByText(editor.text('stageModels.six-stages.title')).click();
    await editor.press('Enter');
    await expect(editor.stage('Conocimiento')).toBeVisible();
    await expect(page.locator('.stage-head')).toHaveCount(6);
    await page.keyboard.press('Escape');
  });

  await test.step('drags cards of all kinds into stages and rows', async () => {
    const used = new Map<string, number>();
    for (const [kind, title, stage, lane] of CARDS) {
      const key = `${stage} ${lane}`;
      const before = used.get(key) ?? 0;
      used.set(key, before + 1);
      await editor.dragNew(kind, title, await editor.cell(stage, lane, 0.35));
      await expect(editor.card(title)).toBeVisible();
    }
    await editor.dragNew('persona', 'Carmen, 47', await editor.cell('Conocimiento', 'answers', 0.5));
  });

  await test.step('adds a decision with two branches, 60 to 40', async () => {
    await editor.dragNew('decision', '¿Encaja el precio?', await editor.cell('Adquisición', 'touchpoints', 0.8));
    await editor.connect('Buscador', 'Página de la casa');
    await editor.connect('¿Encaja el precio?', 'Recibimiento');
    await editor.label('sí 60%');
    await editor.connect('¿Encaja el precio?', 'Compara en otro portal');
    await editor.label('no 40%');
    await expect(page.locator('.edge-label')).toHaveCount(2);
  });

  const path = await test.step('saves it', () => editor.saveAs('casa-rural'));
  const drawn = read(path);
  const titles = [...CARDS.map(([, title]) => title), 'Carmen, 47', '¿Encaja el precio?'];

  await test.step('everything is where it was dropped', () => {
    const elements = Object.values(drawn.elements);
    const titleOf = (id: string | null) => elements.find((element) => element.id === id)?.title;
    for (const [kind, title, stage, lane] of CARDS) {
      const card = elements.find((element) => element.title === title);
      expect(card?.kind).toBe(kind);
      expect(titleOf(card?.stage ?? null), title).toBe(stage);
      expect(drawn.lanes[card?.lane ?? '']?.title, title).toBe(editor.text(`lanes.${lane}` as 'lanes.actions'));
    }
    const fork = elements.find((element) => element.kind === 'decision');
    const branches = Object.values(drawn.connections).filter((connection) => connection.from === fork?.id);
    expect(branches.map(({ label, probability }) => [label, probability]).sort()).toEqual([
      ['no', 0.4],
      ['sí', 0.6],
    ]);
  });

  await test.step('takes everything back and does it again', async () => {
    const undo = page.getByRole('button', { name: editor.text('commands.undo') });
    for (let steps = 0; steps < 200 && (await undo.isEnabled()); steps++) await editor.press('Mod+z');
    await expect(page.locator('.react-flow__node')).toHaveCount(0);
    const redo = page.getByRole('button', { name: editor.text('commands.redo') });
    for (let steps = 0; steps < 200 && (await redo.isEnabled()); steps++) await editor.press('Mod+Shift+z');
    await expect(page.locator('.react-flow__node')).not.toHaveCount(0);
    await editor.press('Mod+s');
    await expect(page.getByText(editor.text('files.saved')).first()).toBeVisible();
    expect(content(read(path))).toEqual(content(drawn));
  });

  await test.step('reloads the page and opens it again: the same map', async () => {
    await page.reload();
    await editor.ready();
    await page.keyboard.press('Escape');
    await editor.run('newMap');
    await editor.dialog.getByRole('textbox').fill('Otra cosa');
    await editor.press('Enter');
    await expect(page.getByRole('heading', { name: 'Otra cosa' })).toBeVisible();
    await expect(page.locator('.react-flow__node')).toHaveCount(0);
    await editor.open(path);
    await expect(editor.card('Página de la casa')).toBeVisible();
    const copy = await editor.saveAs('copia');
    expect(content(read(copy))).toEqual(content(drawn));
  });

  await test.step('sees the numbers of a Spanish spreadsheet on the cards', async () => {
    const rows = [
      'Semana;Página;Tasa de conversión',
      '09/11/2026;Buscador;4,2 %',
      '16/11/2026;Buscador;4,8 %',
      '09/11/2026;página de la casa;2,5 %',
      '16/11/2026;página de la casa;2,1 %',
      '16/11/2026;Escaparate;1,0 %',
    ];
    const csv = join(host.folder, 'números.csv');
    writeFileSync(csv, Buffer.from(rows.join('\r\n'), 'latin1'));
    host.answerOpen(csv);
    await editor.press('Mod+i');
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.import.choose') }).click();
    if (host.kind === 'browser') await editor.dialog.getByText('números.csv').dblclick();
    await expect(editor.dialog.getByText('Escaparate').first()).toBeVisible();
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.import.import') }).click();
    await expect(editor.dialog).toHaveCount(0);
    await expect(editor.card('Buscador').getByText('4,8 %')).toBeVisible();
    await expect(editor.card('Página de la casa').getByText('2,1 %')).toBeVisible();
    await expect(editor.card('Página de la casa').getByText('▼0,4')).toBeVisible();
  });

  await test.step('exports PDF and PNG', async () => {
    for (const format of ['pdf', 'png'] as const) {
      host.answerSave(join(host.folder, `mapa.${format}`));
      await editor.press('Mod+e');
      await editor.dialog.getByRole('radio', { name: format.toUpperCase() }).click();
      await editor.dialog
        .getByRole('button', {
          name: editor.text(host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export'),
        })
        .click();
      if (host.kind === 'browser') await editor.nameFile('mapa');
      await expect(editor.dialog).toHaveCount(0);
      await expect.poll(() => readdirSync(host.folder)).toContain(`mapa.${format}`);
    }
    const text = execFileSync('pdftotext', ['-layout', join(host.folder, 'mapa.pdf'), '-'], { encoding: 'utf8' });
    const words = text.replace(/\s+/g, ' ');
    for (const title of titles) for (const word of title.split(' ')) expect(words, title).toContain(word);
    expect(words).toContain('4,8 %');
    const png = readFileSync(join(host.folder, 'mapa.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
  });
});
