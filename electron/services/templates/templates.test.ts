import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../../shared/api/calls';
import type { FaultError } from '../../../shared/api/faults';
import { TEMPLATE_LIMITS } from '../../../shared/api/validation';
import { addCard } from '../../../shared/commands/cards';
import { stagesOf } from '../../../shared/document/create';
import { mapFromModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { serialiseCards } from '../../../shared/interchange/cards-clipboard';
import { failingFileSystem } from '../../../test/drivers/failing-file-system';
import { nodeFileSystem } from '../files/file-system';
import { answer, createHandlers, type Handlers } from '../handlers';
import type { HostPort } from '../host-port';
import { createServices } from '../services';
import { createTemplates } from './templates';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-templates-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => join(root, 'templates');
const mapText = (title = 'Taller') => writeMap(mapFromModel('six-stages', 'es', title));
function cardsText(): string {
  const map = mapFromModel('three-phases', 'en');
  const [stage] = stagesOf(map);
  const place = { stage: stage?.id ?? null, lane: null, x: 0, y: 0 };
  const ids = ['a', 'b'].map((title) => addCard(map, 'touchpoint', place, { title }));
  return serialiseCards(map, ids, () => null);
}

describe('own templates', () => {
  it('are kept, listed by title, read, renamed and removed', async () => {
    const templates = createTemplates(nodeFileSystem, root);
    expect(await templates.list()).toEqual({ templates: [], damaged: [] });
    const map = await templates.write({ id: null, type: 'map', title: 'Taller', text: mapText() });
    expect(map).toMatchObject({ type: 'map', title: 'Taller', stages: 6, cards: 0, language: 'es' });
    const cards = await templates.write({ id: null, type: 'cards', title: 'Checkout', text: cardsText() });
    expect(cards).toMatchObject({ type: 'cards', stages: 0, cards: 2, language: null });
    expect((await templates.list()).templates.map(({ title }) => title)).toEqual(['Checkout', 'Taller']);

    const { text } = await templates.read(map.id);
    expect(text).toContain('Adquisición');
    await templates.write({ id: map.id, type: 'map', title: 'A new name', text });
    expect((await createTemplates(nodeFileSystem, root).list()).templates.map(({ title }) => title)).toEqual([
      'A new name',
      'Checkout',
    ]);
    await templates.remove(map.id);
    await templates.remove(map.id);
    expect(readdirSync(folder())).toEqual([`${cards.id}.template.json`]);
    await expect(templates.read(map.id)).rejects.toMatchObject({ fault: { code: 'not-found' } });
  });

  it('are refused where they could not be used later: other texts, an id that is gone, more than fit', async () => {
    const templates = createTemplates(nodeFileSystem, root);
    const write = (type: 'map' | 'cards', text: string) => templates.write({ id: null, type, title: 'x', text });
    for (const [type, text] of [
      ['map', '{}'],
      ['map', cardsText()],
      ['cards', mapText()],
      ['cards', 'a\nb'],
    ] as const) {
      await expect(write(type, text)).rejects.toMatchObject({ fault: { code: 'invalid-map' } });
    }
    const gone = templates.write({ id: 'abcdefghijkl', type: 'map', title: 'x', text: mapText() });
    await expect(gone).rejects.toMatchObject({ fault: { code: 'not-found' } });
    await write('cards', cardsText());
    for (let i = 1; i < TEMPLATE_LIMITS.count; i++) {
      writeFileSync(join(folder(), `${String(i).padStart(12, '0')}.template.json`), '');
    }
    await expect(write('cards', cardsText())).rejects.toMatchObject({ fault: { code: 'too-many-templates' } });
  });

  it('that are damaged are told apart and stay; other files count for nothing', async () => {
    const templates = createTemplates(nodeFileSystem, root);
    const { id } = await templates.write({ id: null, type: 'map', title: 'Whole', text: mapText() });
    writeFileSync(join(folder(), 'aaaaaaaaaaaa.template.json'), '{"format":"periplo-template","version":2}');
    writeFileSync(join(folder(), 'readme.txt'), 'mine');
    const list = await templates.list();
    expect(list.templates.map((one) => one.id)).toEqual([id]);
    expect(list.damaged).toEqual(['aaaaaaaaaaaa']);
    await expect(templates.read('aaaaaaaaaaaa')).rejects.toMatchObject({ fault: { code: 'invalid-map' } });
    expect(readdirSync(folder())).toHaveLength(3);
  });
});

describe('every step failing in turn', () => {
  it('leaves the old template or the new one, and says so', async () => {
    const before = await createTemplates(nodeFileSystem, root).write({
      id: null,
      type: 'map',
      title: 'Old',
      text: mapText(),
    });
    const rename = (fs: Parameters<typeof createTemplates>[0]) =>
      createTemplates(fs, root).write({ id: before.id, type: 'map', title: 'New', text: mapText() });
    const rehearsal = failingFileSystem({});
    await rename(rehearsal);
    expect(rehearsal.steps.length).toBeGreaterThan(10);
    for (let at = 0; at < rehearsal.steps.length; at++) {
      await createTemplates(nodeFileSystem, root).write({ id: before.id, type: 'map', title: 'Old', text: mapText() });
      const fs = failingFileSystem({ at, code: 'ENOSPC' });
      const fault = await rename(fs).then(
        () => null,
        (error: FaultError) => error.fault.code,
      );
      const { templates, damaged } = await createTemplates(nodeFileSystem, root).list();
      expect(damaged).toEqual([]);
      expect(
        templates.map(({ title }) => title),
        `${at} ${fs.steps[at]}`,
      ).toEqual([fault ? 'Old' : 'New']);
      if (fault) expect(fault).toBe('disk-full');
    }
  });
});

describe('the calls', () => {
  const nothing = async () => null;
  const port: HostPort = {
    info: { host: 'browser', version: '1', platform: 'linux', locale: 'en', nativeDialogs: false, canPrint: false },
    open: { type: 'nothing' },
    send: () => undefined,
    setTitle: () => undefined,
    close: () => undefined,
    chooseFile: nothing,
    chooseTarget: nothing,
    print: async () => undefined,
    openLink: async () => undefined,
  };
  const ask = <Name extends CallName>(handlers: Handlers, name: Name, argument: unknown) =>
    answer(handlers, name, argument, () => undefined) as Promise<{ ok: boolean; value: Calls[Name]['gives'] }>;

  it('check what they are given: no path is ever made of an id', async () => {
    const handlers = createHandlers(createServices(root), port);
    const saved = await ask(handlers, 'templates.write', { id: null, type: 'map', title: 'A', text: mapText() });
    expect(saved.ok).toBe(true);
    expect((await ask(handlers, 'templates.list', {})).value.templates).toHaveLength(1);
    for (const id of ['../preferences', '', 'ABCDEFGHIJKL', 'a/b', '.', 'abcdefghijkl.x']) {
      expect(await ask(handlers, 'templates.read', { id })).toMatchObject({ fault: { code: 'invalid-request' } });
      expect(await ask(handlers, 'templates.remove', { id })).toMatchObject({ fault: { code: 'invalid-request' } });
    }
    for (const wrong of [
      { id: null, type: 'map', title: '  ', text: mapText() },
      { id: null, type: 'map', title: 'x'.repeat(201), text: mapText() },
      { id: null, type: 'script', title: 'x', text: mapText() },
      { id: null, type: 'cards', title: 'x', text: ' '.repeat(TEMPLATE_LIMITS.text + 1) },
    ]) {
      expect(await ask(handlers, 'templates.write', wrong)).toMatchObject({ fault: { code: 'invalid-request' } });
    }
    expect((await ask(handlers, 'templates.remove', { id: saved.value.id })).ok).toBe(true);
    expect((await ask(handlers, 'templates.list', {})).value.templates).toEqual([]);
  });
});
