import { ENCODINGS, type Encoding } from '../../../shared/metrics/encoding';
import { formatNumber } from '../../../shared/metrics/format';
import type { Table } from '../../../shared/metrics/read-table';
import type { Delimiter } from '../../../shared/metrics/split-cells';
import { useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { chooseNumbers, type NumbersFile } from './import-file';

const DELIMITER_NAMES = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
] as const;

interface ImportFileBarProps {
  file: NumbersFile;
  table: Table | null;
  /** Found out or chosen; null: the file can't be read. */
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  onEncoding: (encoding: Encoding) => void;
  onDelimiter: (delimiter: Delimiter) => void;
}

/** The file, and how its bytes become a table. */
export function ImportFileBar({ file, table, encoding, delimiter, onEncoding, onDelimiter }: ImportFileBarProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className="import-file">
      <Icon name="file-spreadsheet" size={18} />
      <span className="import-file-name">{file.name}</span>
      {table && (
        <span className="import-file-rows">
          {t('dialogs.import.rows', { count: table.rows.length, number: formatNumber(table.rows.length, 0, language) })}
        </span>
      )}
      <Select
        label={t('dialogs.import.encoding')}
        value={encoding ?? 'utf-8'}
        options={ENCODINGS.map((value) => ({ value, text: t(`metrics.encodings.${value}`) }))}
        onChange={onEncoding}
      />
      <Select
        label={t('dialogs.import.delimiter')}
        value={delimiter ?? ','}
        options={DELIMITER_NAMES.map(([value, name]) => ({ value, text: t(`metrics.delimiters.${name}`) }))}
        onChange={onDelimiter}
      />
      <Button small onClick={() => void chooseNumbers(file)}>
        {t('dialogs.import.otherFile')}
      </Button>
    </div>
  );
}
