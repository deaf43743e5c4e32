import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { StartInfo } from '../../../shared/api/calls';
import type { Translate } from '../../../shared/language/translator';
import { openInBrowser } from '../../browser/default-browser';
import { type BrowserHost, startBrowserHost } from '../../browser/server';
import { dataFolder } from '../../services/data-folder';
import { nodeFileSystem } from '../../services/files/file-system';
import { isMapName } from '../../services/files/names';
import { systemCode, withFaults } from '../../services/files/system-fault';
import { createServices } from '../../services/services';
import { VERSION } from '../../services/version';
import { type CommandContext, inFolder, localeOf, type Terminal, Trouble } from '../terminal';
import { numberBetween } from '../values';

interface ServeOptions {
  port: number;
  open: boolean;
  sample: boolean;
}

/** `periplo serve`: the browser edition, until Ctrl+C. */
export function addServe(program: Command, { terminal, t }: CommandContext): void {
  program
    .command('serve')
    .description(t('commandLine.serve.about'))
    .argument('[folder]', t('commandLine.serve.folder'))
    .option('--port <number>', t('commandLine.serve.port'), numberBetween(t, 0, 65535, true), 0)
    .option('--no-open', t('commandLine.serve.noOpen'))
    .option('--sample', t('commandLine.serve.sample'), false)
    .action(async (given: string | undefined, options: ServeOptions) => {
      const stopped = untilStopped();
      const { folder, open } = await whatToServe(terminal, given, options.sample);
      const host = await start(terminal, t, folder, open, options.port);
      terminal.out(`${t('commandLine.serve.ready')}\n\n  ${host.startAddress}\n\n`);
      terminal.out(`${t('commandLine.serve.folderNote', { path: folder })}\n`);
      if (options.open && openInBrowser(host.startAddress, terminal.environment)) {
        terminal.out(`${t('commandLine.serve.opened')}\n`);
      }
      terminal.out(`${t('commandLine.serve.stop')}\n`);
      await stopped;
      await host.close();
    });
}

async function start(
  terminal: Terminal,
  t: Translate,
  folder: string,
  open: StartInfo['open'],
  port: number,
): Promise<BrowserHost> {
  const services = createServices(dataFolder(terminal.environment));
  await services.grants.grantFolder(folder);
  try {
    return await startBrowserHost({
      services,
      version: VERSION,
      locale: localeOf(terminal.environment),
      open,
      port,
      refusal: t('commandLine.serve.noEntry'),
      log: (message, error) => terminal.error(`${message}: ${error instanceof Error ? error.message : error}\n`),
    });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRINUSE') throw new Trouble(t('commandLine.serve.portBusy', { port }));
    if (code === 'EACCES') throw new Trouble(t('commandLine.serve.portForbidden', { port }));
    throw error;
  }
}

/** The folder to grant and what to show first: a folder, or a map in its folder, or the user's own place for maps. */
async function whatToServe(terminal: Terminal, given: string | undefined, sample: boolean) {
  const open: StartInfo['open'] = sample ? { type: 'sample' } : { type: 'nothing' };
  if (given === undefined) {
    const folder = usualFolder();
    await withFaults(folder, () => nodeFileSystem.createFolder(folder, true));
    return { folder, open };
  }
  const path = inFolder(terminal, given);
  const real = await withFaults(path, () => nodeFileSystem.realPath(path));
  const { type } = await nodeFileSystem.status(real);
  if (type === 'file' && isMapName(real)) {
    return { folder: dirname(real), open: { type: 'file', path: real } satisfies StartInfo['open'] };
  }
  await withFaults(path, () => nodeFileSystem.list(real));
  return { folder: real, open };
}

/** The same place at every start, so that what was saved there is found again. */
function usualFolder(): string {
  const documents = join(homedir(), 'Documents');
  return join(existsSync(documents) ? documents : homedir(), 'Periplo');
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
