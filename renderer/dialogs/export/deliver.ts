import type { ExportedFile, FilePurpose } from '../../../shared/api/calls';
import { writeMap } from '../../../shared/document/write';
import type { ComparisonRequest } from '../../../shared/scene/comparison/comparison-request';
import type { Sides } from '../../../shared/scene/comparison/comparison-title';
import type { ExportRequest } from '../../../shared/scene/export-request';
import { chooseTarget } from '../../app/file-dialogs';
import { call, explain } from '../../app/machine';
import { mapOfSide } from '../../store/comparison';
import { editor } from '../../store/editor';
import { texts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { closeDialog } from '../close';
import { download } from '../download';

/** More would make a note that nobody reads. */
const MOST_NAMED = 24;

/** Asks the machine for the finished file. Rejects with a FaultError. */
export const makeFile = (request: ExportRequest): Promise<ExportedFile> =>
  call('export.make', { text: writeMap(editor.getState().map), request });

/** The same for the two maps that are compared. */
export function makeComparisonFile(sides: Sides, request: ComparisonRequest): Promise<ExportedFile> {
  const state = editor.getState();
  const textOf = (name: keyof Sides) => {
    const side = state.comparing?.[name];
    const map = side && mapOfSide(state, side);
    return { ...sides[name], text: map ? writeMap(map) : '' };
  };
  return call('export.comparison', { before: textOf('before'), after: textOf('after'), request });
}

/** Writes a finished file where the user wants it; whoever cancels comes back to the export's dialog. */
export async function saveExport(file: ExportedFile, format: FilePurpose): Promise<void> {
  const back = editor.getState().dialog;
  const path = await chooseTarget(format, file.name, `.${format}`);
  const goBack = () => editor.setState({ dialog: back });
  if (!path) return goBack();
  try {
    await call('files.write', { path, bytes: file.bytes, overwrite: true });
  } catch (error) {
    tell('danger', explain(error));
    return goBack();
  }
  // Another may have been opened while the file was written; that one stays.
  if (editor.getState().dialog === back) closeDialog();
  report(file, path.split(/[\\/]/).at(-1) ?? file.name);
}

export function downloadExport(file: ExportedFile): void {
  download(file.name, file.bytes, file.type);
  closeDialog();
  report(file, file.name);
}

/** Tells what was made, and which characters do not look as they should. */
function report({ missing, substituted }: ExportedFile, name: string): void {
  const t = texts();
  tell('good', t('files.exported', { name }));
  const list = (characters: readonly string[]) =>
    characters.slice(0, MOST_NAMED).join(' ') + (characters.length > MOST_NAMED ? ' …' : '');
  if (missing.length > 0)
    tell('danger', t('dialogs.export.missing', { count: missing.length, characters: list(missing) }));
  if (substituted.length > 0) {
    tell('info', t('dialogs.export.substituted', { count: substituted.length, characters: list(substituted) }));
  }
}
