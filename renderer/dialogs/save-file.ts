import type { FilePurpose } from '../../shared/api/calls';
import { chooseTarget } from '../app/file-dialogs';
import { call, explain } from '../app/machine';
import { editor } from '../store/editor';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { download } from './download';

/** Gives a finished file to the user: where they choose on the desktop, among the downloads of a browser. */
export async function saveFile(file: {
  purpose: FilePurpose;
  name: string;
  bytes: Uint8Array;
  type: string;
}): Promise<void> {
  const { purpose, bytes, type } = file;
  const name = file.name.replace(/[\\/:*?"<>|]/g, '-');
  if (!editor.getState().start?.nativeDialogs) {
    download(name, bytes, type);
    tell('good', texts()('files.exported', { name }));
    return;
  }
  const path = await chooseTarget(purpose, name, `.${purpose}`);
  if (!path) return;
  try {
    await call('files.write', { path, bytes, overwrite: true });
    tell('good', texts()('files.exported', { name: path.split(/[\\/]/).at(-1) ?? name }));
  } catch (error) {
    tell('danger', explain(error));
  }
}
