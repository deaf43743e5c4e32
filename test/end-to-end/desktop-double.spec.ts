import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mapFromModel } from '../../shared/document/templates';
import { writeMap } from '../../shared/document/write';
import { type DesktopDouble, launchDesktopDouble } from '../drivers/electron-double/launch';

/** The real main code and the real preload, with messages that really cross a process, against the double of Electron. */
test.describe('the desktop host (double)', () => {
  let folder: string;
  let double: DesktopDouble | undefined;

  test.beforeEach(() => {
    test.skip(test.info().project.name !== 'desktop-double', 'runs once, where the double is the host');
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-desktop-')));
  });
  test.afterEach(async () => {
    await double?.close();
    double = undefined;
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const mapNamed = (title: string) => {
    const path = join(folder, `${title}.journey.json`);
    writeFileSync(path, writeMap(mapFromModel('blank', 'en', title)));
    return path;
  };
  const launch = async (
    args: string[] = [],
    browser?: Parameters<typeof launchDesktopDouble>[0]['browser'],
    locale = 'en-GB',
  ) => {
    double = await launchDesktopDouble({ dataFolder: join(folder, 'data'), folder, args, browser, locale });
    return double;
  };

  test('opens its page under app:// with nothing of Node in it', async ({ browser }) => {
    const { page, electron } = await launch(['--sample'], browser);
    const seen = await page.evaluate(async () => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      names: Object.keys(window.periplo ?? {}),
      frozen: Object.isFrozen(window.periplo),
      start: await window.periplo?.call['app.start']({}),
    }));
    expect(seen).toMatchObject({
      require: 'undefined',
      process: 'undefined',
      names: ['call', 'on'],
      frozen: true,
      start: { ok: true, value: { host: 'desktop', nativeDialogs: true, canPrint: true, open: { type: 'sample' } } },
    });
    expect(electron.refused).toEqual([]);
  });

  test('saves through its dialogs, carries bytes unharmed, and opens only checked links', async ({ browser }) => {
    const { page, electron } = await launch([], browser);
    const target = join(folder, 'mine');
    electron.saveDialogs.push(target);
    const text = writeMap(mapFromModel('six-stages', 'es', 'Niño 🐾'));
    const saved = await page.evaluate(async (mapText) => {
      const { call } = window.periplo!;
      const chosen = await call['dialogs.save']({ purpose: 'map', suggestedName: 'x.journey.json' });
      if (!chosen.ok || !chosen.value) return chosen;
      return call['maps.write']({ path: chosen.value.path, text: mapText, expectedHash: null });
    }, text);
    expect(saved).toMatchObject({ ok: true, value: { path: `${target}.journey.json` } });
    expect(readFileSync(`${target}.journey.json`, 'utf8')).toBe(text);

    electron.saveDialogs.push(join(folder, 'a.png'));
    const bytes = await page.evaluate(async () => {
      const { call } = window.periplo!;
      const chosen = await call['dialogs.save']({ purpose: 'png', suggestedName: 'a.png' });
      const path = chosen.ok && chosen.value ? chosen.value.path : '';
      const written = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
      await call['files.write']({ path, bytes: written, overwrite: true });
      const read = await call['files.read']({ path });
      return read.ok && read.value.bytes instanceof Uint8Array ? [...read.value.bytes] : read;
    });
    expect(bytes).toEqual(Array.from({ length: 1000 }, (_, index) => index % 256));

    const links = await page.evaluate(async () => {
      const { call } = window.periplo!;
      const all = ['https://example.org/a', 'javascript:alert(1)', 'file:///etc/passwd'];
      return Promise.all(all.map(async (url) => (await call['links.open']({ url })).ok));
    });
    expect(links).toEqual([true, false, false]);
    expect(electron.openedLinks).toEqual(['https://example.org/a']);

    const outside = await page.evaluate(() => window.periplo!.call['maps.read']({ path: '/etc/passwd' }));
    expect(outside).toMatchObject({ ok: false, fault: { code: 'outside-granted-folder' } });
  });

  test('answers nobody but its own page', async ({ browser }) => {
    const { page, electron } = await launch([], browser);
    await page.evaluate(() => window.periplo!.call['app.start']({}));
    for (const url of [
      'https://evil.com/',
      'app://evil/',
      'app://periplo.evil/',
      'app://evil@periplo/',
      'null',
      '',
      'file:///x',
    ]) {
      expect(await electron.invokeFrom(url, 'recents.list', {})).toEqual({
        ok: false,
        fault: { code: 'invalid-request' },
      });
    }
    await expect(electron.invokeFrom('app://periplo/index.html', 'shell.run', {})).rejects.toThrow('No handler');
  });

  test('stays where it is: no navigation, no pop-up, no request leaves', async ({ browser }) => {
    const { page, electron } = await launch([], browser);
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://evil.com/';
    });
    await expect.poll(() => electron.refused).toContain('https://evil.com/');
    expect(page.url()).toBe(before);
    await page.evaluate(() => void window.open('https://evil.com/popup'));
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect(
      await page.evaluate(() =>
        fetch('https://evil.com/data').then(
          () => 'sent',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    await page.reload();
    expect(await page.evaluate(() => window.periplo!.call['recents.list']({}))).toEqual({ ok: true, value: [] });
  });

  test('shows its menu in the user’s language and passes the choice to the page', async ({ browser }) => {
    const { page, electron } = await launch([], browser, 'es-ES');
    const labels = (await electron.menu()).map((entry) => entry.label);
    expect(labels).toContain('Archivo');
    await page.evaluate(() => {
      window.periplo!.on['menu.command'](({ id }) => document.documentElement.setAttribute('data-chosen', id));
    });
    await electron.chooseMenu('save');
    await expect(page.locator('html')).toHaveAttribute('data-chosen', 'save');
    // The clipboard's entries act as its keys do. There must be something that can be cut.
    await page.getByRole('dialog').getByRole('textbox').fill('Título');
    await page.evaluate(() => {
      for (const name of ['copy', 'cut', 'paste']) {
        document.addEventListener(name, () => document.documentElement.setAttribute('data-clipboard', name));
      }
    });
    for (const name of ['copy', 'cut', 'paste']) {
      // A page that has just got its window may miss the first press.
      await expect(async () => {
        if (name !== 'paste') await page.keyboard.press('ControlOrMeta+A');
        await electron.chooseMenu(name);
        await expect(page.locator('html')).toHaveAttribute('data-clipboard', name, { timeout: 1500 });
      }).toPass({ timeout: 10_000 });
    }
  });

  test('opens maps that come from outside', async ({ browser }) => {
    const first = mapNamed('first');
    const { page, electron } = await launch([first], browser);
    const start = await page.evaluate(() => window.periplo!.call['app.start']({}));
    expect(start).toMatchObject({ ok: true, value: { open: { type: 'file', path: first } } });
    await page.evaluate(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      window.periplo!.on['file.requested'](({ path }) => asked.push(path));
    });
    const second = mapNamed('second');
    const third = mapNamed('third');
    await electron.startAgain([second]);
    await electron.openFile(third);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { asked: string[] }).asked))
      .toEqual([second, third]);
    const read = await page.evaluate((path) => window.periplo!.call['maps.read']({ path }), second);
    expect(read).toMatchObject({ ok: true });
  });

  test('asks the page before it closes, and ends when nothing is unsaved', async ({ browser }) => {
    const { page, electron } = await launch([], browser);
    await page.locator('.journey-canvas').waitFor();
    const asked = page.waitForEvent('console', (message) => message.text() === 'asked');
    await page.evaluate(() => {
      window.periplo!.on['window.closing'](() => console.info('asked'));
    });
    await electron.quit();
    await asked;
    expect(await electron.ended).toBe(0);
  });

  test('hands a PDF to the system’s viewer for printing, and clears it away at the end', async ({ browser }) => {
    const { page, electron } = await launch([], browser);
    await page.evaluate(() => window.periplo!.call['export.print']({ bytes: new TextEncoder().encode('%PDF-1.7') }));
    const [path = ''] = electron.openedFiles;
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
    await electron.quit();
    expect(await electron.ended).toBe(0);
    expect(existsSync(path)).toBe(false);
  });
});
