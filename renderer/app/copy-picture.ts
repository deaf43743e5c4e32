import { writeMap } from '../../shared/document/write';
import { exportRequest } from '../../shared/scene/export-request';
import { editor } from '../store/editor';
import { languageOf } from '../store/picture';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { attempt } from './machine';

/** The selection as a picture for slides, made by the same export as the files. */
async function picture(format: 'png' | 'svg') {
  const state = editor.getState();
  const connections = state.selection.flatMap((id) => {
    const connection = state.map.connections[id];
    return connection ? [connection.from, connection.to] : [];
  });
  const selection = [...state.selection.filter((id) => state.map.elements[id]), ...connections];
  const request = exportRequest({
    format,
    selection,
    margin: 2,
    scale: 3,
    background: false,
    titleBlock: false,
    legend: false,
    overlay: state.overlay,
    language: languageOf(state),
  });
  const file = await attempt('export.make', { text: writeMap(state.map), request });
  return file && new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type.split(';')[0] ?? file.type });
}

async function put(item: (blob: Blob) => Record<string, Blob>, format: 'png' | 'svg'): Promise<void> {
  const blob = await picture(format);
  if (!blob) return;
  try {
    await navigator.clipboard.write([new ClipboardItem(item(blob))]);
    tell('good', texts()('canvas.pictureCopied'));
  } catch {
    tell('danger', texts()('canvas.clipboardRefused'));
  }
}

export const copyPng = () => put((blob) => ({ 'image/png': blob }), 'png');

/** Programs that know SVG take the drawing; text editors get its source. */
export const copySvg = () =>
  put((blob): Record<string, Blob> => {
    const source = new Blob([blob], { type: 'text/plain' });
    return ClipboardItem.supports('image/svg+xml')
      ? { 'image/svg+xml': blob, 'text/plain': source }
      : { 'text/plain': source };
  }, 'svg');
