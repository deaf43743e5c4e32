import type { NumbersFile } from './import-file';
import './import.css';
import { ImportScreen } from './ImportScreen';
import { ImportStart } from './ImportStart';

/** Puts numbers of a table on the cards. Nothing enters the map before Import is pressed. */
export function ImportNumbers({ file }: { file: NumbersFile | null }) {
  return file ? <ImportScreen key={`${file.name} ${file.bytes.length}`} file={file} /> : <ImportStart />;
}
