import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { CommandId } from '../../shared/commands/table';
import { readMap } from '../../shared/document/read';
import type { ElementKind, JourneyMap } from '../../shared/document/schema';
import { createTranslator, type Language, type TextKey, type Translate } from '../../shared/language/translator';
import type { RunningHost } from './running-host';

type Point = { x: number; y: number };

/** The map in a file; throws where it is none. */
export function readMapFile(path: string): JourneyMap {
  const result = readMap(readFileSync(path));
  if (result.status !== 'ok') throw new Error(`${path}: ${result.status}`);
  return result.map;
}

/** Uses the editor as a person does: with mouse and keyboard, finding things by what they are called. */
export class EditorDriver {
  readonly page: Page;

  constructor(
    readonly host: RunningHost,
    readonly t: Translate,
  ) {
    this.page = host.page;
  }

  async ready(): Promise<void> {
    await this.page.locator('.journey-canvas').waitFor();
  }

  /** The same texts in another language. */
  translateTo(language: Language): Translate {
    return createTranslator(language);
  }

  text(key: TextKey, values?: Record<string, string | number>): string {
    return this.t(key, values);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys.replace('Mod', process.platform === 'darwin' ? 'Meta' : 'Control'));
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Runs a command by its name in the command palette. */
  async run(id: Exclude<CommandId, `add:${string}`>): Promise<void> {
    await this.press('Mod+k');
    await this.type(this.t(`commands.${id}`));
    await this.page
      .getByRole('option', { name: this.t(`commands.${id}`) })
      .first()
      .click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  card(title: string): Locator {
    return this.page
      .locator('.react-flow__node')
      .filter({ hasText: title.split(' ')[0] })
      .and(this.page.locator(`[aria-label$="${title}"]`));
  }

  /** Everything that is selected on the canvas, by its name. */
  async selected(): Promise<string[]> {
    const all = this.page.locator('.react-flow__node.selected, .stage-button[aria-pressed="true"]');
    const names = await all.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.replace(/^[^:]*: /, '')).sort();
  }

  /** A row by the id of its lane. */
  row(id: string): Locator {
    return this.page.locator(`.lane-name[data-lane="${id}"]`);
  }

  /** Gives a card another title, as typed on the canvas. */
  async rename(from: string, to: string): Promise<void> {
    await this.card(from).click();
    await this.press('F2');
    await this.page.locator('.title-editor').waitFor();
    await this.type(to);
    await this.press('Enter');
    await expect(this.card(to)).toBeVisible();
  }

  get undoButton(): Locator {
    return this.page.getByRole('button', { name: this.t('commands.undo'), exact: true });
  }

  /** A click on nothing: neither card, nor stage, nor line. */
  async clickEmptyCanvas(): Promise<void> {
    const pane = await this.box(this.page.locator('.react-flow__pane'));
    await this.page.mouse.click(pane.x + pane.width - 30, pane.y + 130);
  }

  async contextMenu(at: Locator | Point, entry: TextKey): Promise<void> {
    if ('x' in at) await this.page.mouse.click(at.x, at.y, { button: 'right' });
    else await at.click({ button: 'right' });
    await this.page
      .getByRole('menuitem', { name: this.t(entry), exact: false })
      .first()
      .click();
  }

  /** Saves to the file that the map came from, and reads what is there. */
  async saved(path: string): Promise<JourneyMap> {
    const { revision } = readMapFile(path);
    await this.press('Mod+s');
    await expect.poll(() => readMapFile(path).revision).toBeGreaterThan(revision);
    return readMapFile(path);
  }

  stage(title: string): Locator {
    return this.page.locator('.stage-head', { has: this.page.locator(`button[aria-label$="${title}"]`) });
  }

  async box(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await locator.boundingBox();
    if (!box) throw new Error(`Not on the screen: ${locator}`);
    return box;
  }

  async centre(locator: Locator): Promise<Point> {
    const box = await this.box(locator);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async drag(from: Point, to: Point, button: 'left' | 'middle' = 'left'): Promise<void> {
    await this.grab(from, to, button);
    await this.page.mouse.up({ button });
  }

  /** Drags without letting go. */
  async grab(from: Point, to: Point, button: 'left' | 'middle' = 'left'): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down({ button });
    await mouse.move(from.x + 6, from.y + 6, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 8 });
  }

  /** The middle of the cell of a stage and a row, at a height in the row (0 top, 1 bottom). */
  async cell(stage: string, lane: string, height = 0.4): Promise<Point> {
    const head = await this.box(this.stage(stage));
    const row = await this.box(this.page.locator('.lane-name').nth(await this.laneIndex(lane)));
    return { x: head.x + head.width / 2, y: row.y + row.height * height };
  }

  private async laneIndex(lane: string): Promise<number> {
    const names = ['actions', 'touchpoints', 'motivations', 'painPoints', 'emotion', 'answers'];
    return names.indexOf(lane);
  }

  /** Drags a kind out of the palette and types the title of the new card. */
  async dragNew(kind: ElementKind, title: string, to: Point): Promise<void> {
    const row = this.page
      .locator('.app-left')
      .getByRole('button', { name: this.t(`kinds.${kind}.one`), exact: false })
      .first();
    await this.drag(await this.centre(row), to);
    await this.page.locator('.title-editor').waitFor();
    await this.type(title);
    await this.press('Enter');
    await expect(this.page.locator('.title-editor')).toHaveCount(0);
  }

  /** Draws a line from one card's right side to another card. */
  async connect(from: string, to: string): Promise<void> {
    const start = await this.box(this.card(from));
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await this.drag({ x: start.x + start.width, y: start.y + start.height / 2 }, await this.centre(this.card(to)));
  }

  /** Types the label of the connection that is selected. */
  async label(text: string): Promise<void> {
    await this.press('F2');
    await this.page.locator('.label-editor').waitFor();
    await this.type(text);
    await this.press('Enter');
  }

  /** Saves under a name in the folder of maps, through whichever dialog the host has. */
  async saveAs(name: string): Promise<string> {
    const path = join(this.host.folder, `${name}.journey.json`);
    this.host.answerSave(path);
    await this.press('Mod+Shift+s');
    if (this.host.kind === 'browser') await this.nameFile(name);
    await expect(this.page.getByText(this.t('files.saved')).first()).toBeVisible();
    return path;
  }

  /** Types a name into the app's own dialog for saving. */
  async nameFile(name: string): Promise<void> {
    await this.dialog.getByRole('textbox').first().fill(name);
    // It must have seen the folder, to know what is there.
    await expect(
      this.dialog.getByRole('button', { name: this.t('dialogs.files.saveButton'), exact: true }),
    ).toBeEnabled();
    await this.press('Enter');
  }

  async open(path: string): Promise<void> {
    this.host.answerOpen(path);
    await this.press('Mod+o');
    if (this.host.kind === 'browser') {
      const name = path.split(/[\\/]/).at(-1) ?? '';
      await this.dialog.getByText(name).first().dblclick();
    }
  }
}
