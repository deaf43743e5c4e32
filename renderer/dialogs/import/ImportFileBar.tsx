import type { DatasetFacts, DatasetOptions } from '../../../shared/metrics/dataset';
import { ENCODINGS, type Encoding } from '../../../shared/metrics/encoding';
import { formatNumber } from '../../../shared/metrics/format';
import type { Recipe } from '../../../shared/metrics/recipe';
import type { Delimiter } from '../../../shared/metrics/split-cells';
import type { NumbersFile } from '../../store/state';
import { useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { chooseNumbers } from './import-file';

const DELIMITER_NAMES = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
] as const;

/** Lines in which the names of the columns are looked for by hand. */
const MOST_LINES = 30;
const NO_HEADER = 0;

interface ImportFileBarProps {
  file: NumbersFile;
  /** Null: not read yet, or not to be read. */
  facts: DatasetFacts | null;
  header: Recipe['header'];
  onOptions: (options: DatasetOptions) => void;
  onHeader: (header: Recipe['header']) => void;
}

/** The file, and how its bytes become a table. */
export function ImportFileBar({ file, facts, header, onOptions, onHeader }: ImportFileBarProps) {
  const t = useTexts();
  const language = useLanguage();
  const lines = Array.from({ length: MOST_LINES }, (_, index) => index + 1);
  const first = header?.first ?? NO_HEADER;
  if (first > MOST_LINES) lines.push(first);
  const isNamed = facts?.columns.some(({ name }) => name !== null) ?? false;
  return (
    <div className="import-file">
      <Icon name="file-spreadsheet" size={18} />
      <span className="import-file-name">{file.name}</span>
      {facts && (
        <span className="import-file-rows">
          {t('dialogs.import.rows', { count: facts.rows, number: formatNumber(facts.rows, 0, language) })}
        </span>
      )}
      <span className="push" />
      {facts && facts.sheets.length > 1 && (
        <Select
          label={t('importer.sheet')}
          value={facts.sheet ?? ''}
          options={facts.sheets.map(({ name }) => ({ value: name, text: name }))}
          onChange={(sheet) => onOptions({ sheet })}
        />
      )}
      {facts && !isNamed && (
        <Select
          label={t('importer.header')}
          value={String(first)}
          options={[
            { value: String(NO_HEADER), text: t('importer.noHeader') },
            ...lines.map((line) => ({ value: String(line), text: t('importer.headerLine', { line }) })),
          ]}
          onChange={(value) => {
            const line = Number(value);
            onHeader(line === NO_HEADER ? null : { first: line, last: line });
          }}
        />
      )}
      {facts?.encoding && (
        <Select<Encoding>
          label={t('dialogs.import.encoding')}
          value={facts.encoding}
          options={ENCODINGS.map((value) => ({ value, text: t(`metrics.encodings.${value}`) }))}
          onChange={(encoding) => onOptions({ encoding })}
        />
      )}
      {facts?.delimiter && (
        <Select<Delimiter>
          label={t('dialogs.import.delimiter')}
          value={facts.delimiter}
          options={DELIMITER_NAMES.map(([value, name]) => ({ value, text: t(`metrics.delimiters.${name}`) }))}
          onChange={(delimiter) => onOptions({ delimiter })}
        />
      )}
      <Button small onClick={() => void chooseNumbers(file)}>
        {t('dialogs.import.otherFile')}
      </Button>
    </div>
  );
}
