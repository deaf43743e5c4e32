import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Version, VersionList } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import type { Language, Translate } from '../../../shared/language/translator';
import { nodeFileSystem } from '../../services/files/file-system';
import { resolveTarget } from '../../services/files/save';
import { withFaults } from '../../services/files/system-fault';
import { createVersions } from '../../services/versions/versions';
import { type CommandContext, inFolder } from '../terminal';

/** `periplo versions MAP`: what was kept of a map. The map itself may be gone. */
export function addVersions(program: Command, { terminal, t, language }: CommandContext): void {
  program
    .command('versions')
    .description(t('commandLine.versions.about'))
    .argument('<map>', t('commandLine.versions.map'))
    .option('--json', t('commandLine.versions.json'), false)
    .action(async (file: string, options: { json: boolean }) => {
      const given = inFolder(terminal, file);
      const path = await withFaults(given, () => resolveTarget(nodeFileSystem, given));
      const found = await createVersions(nodeFileSystem).list(path);
      const hasAny = found.versions.length + found.damaged.length > 0;
      if (!hasAny && !(await nodeFileSystem.status(path).catch(() => null))) {
        throw new FaultError({ code: 'not-found', path });
      }
      if (options.json) terminal.out(`${JSON.stringify({ file: path, ...found }, null, 2)}\n`);
      else {
        terminal.out(lines(t, language, path, found));
        for (const { path: damaged, reason } of found.damaged) {
          terminal.error(`${t(`commandLine.versions.${reason}`, { path: damaged })}\n`);
        }
      }
    });
}

function lines(t: Translate, language: Language, path: string, { versions }: VersionList): string {
  if (versions.length === 0) return `${t('commandLine.versions.none', { path: basename(path) })}\n`;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const head = t('commandLine.versions.count', { count: versions.length, path: basename(path) });
  const rows = versions.map((version) => {
    const facts = [time.format(new Date(version.savedAt)), version.author || t('commandLine.versions.nobody')];
    if (version.changes !== null) facts.push(t('commandLine.versions.changes', { count: version.changes }));
    return [`  ${numbered(version)}  ${facts.join(' · ')}`, ...described(t, version)].join('\n');
  });
  return `${[head, ...rows].join('\n')}\n`;
}

const numbered = ({ number }: Version) => String(number).padStart(4, '0');

/** Label and note, a line each. */
function described(t: Translate, { label, note, automatic }: Version): string[] {
  const name = label ?? (automatic ? t('commandLine.versions.automatic') : null);
  return [name, note].flatMap((text) => (text ? [`        ${text.replace(/\s+/g, ' ')}`] : []));
}
