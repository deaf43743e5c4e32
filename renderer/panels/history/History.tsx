import { useEffect, useState } from 'react';
import type { Version, VersionList } from '../../../shared/api/calls';
import { compareVersion } from '../../app/comparing';
import { runCommand } from '../../app/run';
import { previewVersion } from '../../app/versions';
import { loadVersions } from '../../app/versions-keep';
import { useEditor } from '../../store/editor';
import { isUnsaved } from '../../store/history';
import { leavePreview } from '../../store/preview';
import { useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { exactTime, relativeTime } from '../../ui/when';
import './history.css';

const FILTERS = ['all', 'named', 'automatic'] as const;
type Filter = (typeof FILTERS)[number];

/** The versions kept beside the map's file, the latest first. A click puts one on the canvas. */
export function History() {
  const t = useTexts();
  const file = useEditor((state) => state.file);
  const versions = useEditor((state) => state.versions);
  const readOnly = useEditor((state) => state.readOnly);
  const [filter, setFilter] = useState<Filter>('all');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, or other content of it, has other versions.
  useEffect(() => void loadVersions(), [file?.path, file?.hash]);
  return (
    <div className="history">
      <div className="history-head">
        <h2>{t('history.versions.title')}</h2>
        <IconButton icon="x" small label={t('history.versions.close')} onClick={() => runCommand('toggleHistory')} />
      </div>
      <div className="history-tools">
        <Segmented
          label={t('history.versions.filter')}
          value={filter}
          options={FILTERS.map((value) => ({ value, text: t(`history.versions.${value}`) }))}
          onChange={setFilter}
        />
        <Button icon="flag" small disabled={readOnly} onClick={() => runCommand('saveVersion')}>
          {t('history.versions.save')}
        </Button>
      </div>
      {file ? (
        versions && <Versions list={versions} filter={filter} />
      ) : (
        <p className="history-empty">{t('history.versions.noFile')}</p>
      )}
    </div>
  );
}

function Versions({ list: { versions, damaged }, filter }: { list: VersionList; filter: Filter }) {
  const t = useTexts();
  const shown = versions.filter((version) => filter === 'all' || version.automatic === (filter === 'automatic'));
  return (
    <>
      <ol className="history-list">
        <Now />
        {shown.map((version) => (
          <Row key={version.id} version={version} />
        ))}
      </ol>
      {shown.length === 0 && (
        <p className="history-empty">
          {t(versions.length === 0 ? 'history.versions.none' : 'history.versions.noneOfThese')}
        </p>
      )}
      {damaged.length > 0 && <Damaged damaged={damaged} />}
    </>
  );
}

function Now() {
  const t = useTexts();
  const unsaved = useEditor(isUnsaved);
  const isShown = useEditor((state) => state.preview === null);
  return (
    <li>
      <button type="button" className="history-row" aria-current={isShown} onClick={leavePreview}>
        <span className="history-dot now" />
        <span className="history-name">{t('history.versions.now')}</span>
        <span className="history-facts">
          {t(unsaved ? 'history.versions.nowUnsaved' : 'history.versions.nowSaved')}
        </span>
      </button>
    </li>
  );
}

function Row({ version }: { version: Version }) {
  const t = useTexts();
  const language = useLanguage();
  const isShown = useEditor((state) => state.preview?.version.id === version.id);
  const number = t('history.versions.number', { number: version.number });
  const facts = [
    version.label ? number : '',
    version.author || t('history.versions.nobody'),
    version.changes === null ? '' : t('history.versions.changes', { count: version.changes }),
  ];
  return (
    <li>
      <button type="button" className="history-row" aria-current={isShown} onClick={() => void previewVersion(version)}>
        <span className={version.automatic ? 'history-dot' : 'history-dot named'}>
          {!version.automatic && <Icon name="flag" size={11} />}
        </span>
        <span className="history-name">{version.label || number}</span>
        <time className="history-when" dateTime={version.savedAt} title={exactTime(version.savedAt, language)}>
          {relativeTime(version.savedAt, language)}
        </time>
        <span className="history-facts">{facts.filter(Boolean).join(' · ')}</span>
        {version.note && <span className="history-note">{version.note}</span>}
      </button>
      <IconButton
        icon="git-compare"
        small
        className="history-compare"
        label={t('history.versions.compare', { name: version.label || number })}
        onClick={() => void compareVersion(version)}
      />
    </li>
  );
}

function Damaged({ damaged }: Pick<VersionList, 'damaged'>) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className="history-damaged" role="note">
      <p>
        <Icon name="triangle-alert" size={13} />
        {t('history.versions.damaged', { count: damaged.length })}
      </p>
      <ul>
        {damaged.map(({ id, path, number, savedAt, reason }) => (
          <li key={id} title={path}>
            {t('history.versions.damagedOne', { number, when: relativeTime(savedAt, language) })}
            {': '}
            {t(`history.versions.${reason}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
