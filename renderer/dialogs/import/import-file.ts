import { FaultError } from '../../../shared/api/faults';
import { LIMITS } from '../../../shared/document/limits';
import { chooseFile } from '../../app/file-dialogs';
import { attempt } from '../../app/machine';
import { editor } from '../../store/editor';

export interface NumbersFile {
  name: string;
  bytes: Uint8Array;
}

const show = (file: NumbersFile | null) => editor.setState({ dialog: { name: 'importNumbers', file } });

/** Lets the user choose a table and shows it; whoever cancels comes back to where they were. */
export async function chooseNumbers(before: NumbersFile | null): Promise<void> {
  const chosen = await chooseFile('data');
  if (!chosen) return show(before);
  show('bytes' in chosen ? chosen : ((await attempt('files.read', { path: chosen.path })) ?? before));
}

/** Takes a file that was dropped. Rejects with a FaultError where it is too large. */
export async function takeNumbers(file: File): Promise<void> {
  if (file.size > LIMITS.fileBytes)
    throw new FaultError({ code: 'too-large', path: file.name, detail: String(LIMITS.fileBytes / 1024 / 1024) });
  show({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

/** SHA-256 of bytes, lower-case hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
