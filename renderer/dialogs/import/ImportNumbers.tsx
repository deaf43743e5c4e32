import type { NumbersFile } from '../../store/state';
import './import.css';
import { ImportScreen } from './ImportScreen';
import { ImportStart } from './ImportStart';

/** Puts numbers of a table onto the map. Nothing enters it before Import is pressed. */
export function ImportNumbers({ file, source }: { file: NumbersFile | null; source: string | null }) {
  if (!file) return <ImportStart source={source} />;
  const key = 'path' in file ? file.path : `${file.name} ${file.bytes.length}`;
  return <ImportScreen key={key} file={file} source={source} />;
}
