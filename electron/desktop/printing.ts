import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultError } from '../../shared/api/faults';
import { withFaults } from '../services/files/system-fault';
import type { ElectronApi } from './electron-api';

/**
 * Prints by handing the PDF to the system's own viewer: its print dialog knows the printer's papers and trays, while a
 * hidden window's PDF plugin may print blank pages.
 */
export function createPrinter({ app, shell }: Pick<ElectronApi, 'app' | 'shell'>): (pdf: Uint8Array) => Promise<void> {
  let folder: string | null = null;
  let count = 0;
  app.on('will-quit', () => {
    if (!folder) return;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // A viewer on Windows still holds it; the system clears its temporary folder.
    }
  });
  return async (pdf) => {
    folder ??= mkdtempSync(join(tmpdir(), 'periplo-print-'));
    count++;
    const path = join(folder, `periplo-${count}.pdf`);
    await withFaults(path, () => writeFile(path, pdf, { mode: 0o600 }));
    const problem = await shell.openPath(path);
    if (problem) throw new FaultError({ code: 'unexpected', path, detail: problem }, { cause: new Error(problem) });
  };
}
