import { chooseFile } from '../../app/file-dialogs';
import { editor } from '../../store/editor';
import type { NumbersFile } from '../../store/state';

export const showNumbers = (file: NumbersFile | null, source: string | null = null): void =>
  editor.setState({ dialog: { name: 'importNumbers', file, source } });

/** Lets the user choose a data file and shows it; whoever cancels comes back to where they were. */
export async function chooseNumbers(before: NumbersFile | null, source: string | null = null): Promise<void> {
  const chosen = await chooseFile('data');
  if (!chosen) return showNumbers(before, source);
  showNumbers('bytes' in chosen ? chosen : { name: nameOf(chosen.path), path: chosen.path }, source);
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** Takes a file that was dropped. */
export async function takeNumbers(file: File, source: string | null = null): Promise<void> {
  showNumbers({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, source);
}
