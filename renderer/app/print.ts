import { writeMap } from '../../shared/document/write';
import { type ExportRequest, exportRequest } from '../../shared/scene/export-request';
import { editor } from '../store/editor';
import { languageOf } from '../store/picture';
import { attempt } from './machine';

/** Prints the whole map on one A3 page; the export dialog prints any other way. */
export function printMap(): Promise<void> {
  const state = editor.getState();
  return printRequest(
    exportRequest({
      format: 'pdf',
      page: 'A3',
      overlay: state.overlay,
      emotionCurve: state.preferences.emotionCurve,
      language: languageOf(state),
    }),
  );
}

/** Makes the PDF and hands it to the system's print dialog, or, in a browser, to a tab of its own. */
export async function printRequest(request: ExportRequest): Promise<void> {
  const { map, start } = editor.getState();
  // Browsers only let a tab open while the click lasts, so it opens before the PDF is made.
  const tab = start?.canPrint ? null : window.open('', '_blank');
  const file = await attempt('export.make', { text: writeMap(map), request: { ...request, format: 'pdf' } });
  if (!file) {
    tab?.close();
    return;
  }
  if (start?.canPrint) {
    await attempt('export.print', { bytes: file.bytes });
    return;
  }
  const url = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }));
  if (tab) tab.location.href = url;
  else window.location.assign(url);
}
