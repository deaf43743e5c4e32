import { useRef } from 'react';
import { isFiltering } from '../../../shared/analysis/filter';
import { commandById } from '../../../shared/commands/table';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { texts, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useKeyLabel } from '../common/command-key';
import { MainMenu } from './MainMenu';
import { MapTitle } from './MapTitle';
import { SavedChip } from './SavedChip';
import { ViewTabs } from './ViewTabs';
import './top-bar.css';
import { useRoomForTabs } from './use-room';

/** The bar at the top: the map's name and state at the left, the views in the middle, tools at the right. */
export function TopBar() {
  const bar = useRef<HTMLDivElement>(null);
  useRoomForTabs(bar);
  return (
    <div className="top-bar" ref={bar}>
      <div className="top-bar-map">
        <MainMenu />
        <span className="top-bar-slash" aria-hidden="true">
          /
        </span>
        <MapTitle />
        <SavedChip />
        <PerspectiveChip />
        <ReadOnlyChip />
      </div>
      <ViewTabs />
      <div className="top-bar-tools">
        <HistoryButton id="undo" />
        <HistoryButton id="redo" />
        <SearchButton />
        <FilterButton />
        <PresentButton />
        <ExportButton />
      </div>
    </div>
  );
}

function PerspectiveChip() {
  const t = useTexts();
  const perspective = useEditor((state) => state.map.perspective);
  const readOnly = useEditor((state) => state.readOnly);
  const toggle = () =>
    change(texts()('steps.properties'), (draft) => {
      draft.perspective = draft.perspective === 'as-is' ? 'to-be' : 'as-is';
    });
  return (
    <button
      type="button"
      className="chip accent"
      title={t('panels.topBar.perspectiveHint')}
      disabled={readOnly}
      onClick={toggle}
    >
      {t(`options.perspective.${perspective}`)}
    </button>
  );
}

function ReadOnlyChip() {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly && !state.preview);
  const isElsewhere = useEditor((state) => state.writer !== null);
  if (!readOnly) return null;
  if (isElsewhere) {
    return (
      <button type="button" className="chip warning" onClick={() => runCommand('save')}>
        <Icon name="lock" size={12} />
        {t('history.locks.chip')}
      </button>
    );
  }
  return (
    <span className="chip warning" title={t('files.readOnly')}>
      <Icon name="lock" size={12} />
      {t('panels.topBar.readOnly')}
    </span>
  );
}

function HistoryButton({ id }: { id: 'undo' | 'redo' }) {
  const t = useTexts();
  const key = useKeyLabel(id);
  const command = commandById(id);
  const enabled = useEditor((state) => (id === 'undo' ? state.past : state.future).length > 0 && !state.readOnly);
  const step = useEditor((state) => (id === 'undo' ? state.past : state.future).at(-1)?.label);
  const hint = [step, key].filter(Boolean).join(' · ');
  return (
    <IconButton
      icon={id === 'undo' ? 'undo-2' : 'redo-2'}
      label={t(command.label)}
      hint={hint}
      disabled={!enabled}
      onClick={() => runCommand(id)}
    />
  );
}

function SearchButton() {
  const t = useTexts();
  const key = useKeyLabel('commandPalette');
  return (
    <IconButton
      icon="search"
      label={t('panels.topBar.search')}
      hint={key}
      onClick={() => runCommand('commandPalette')}
    />
  );
}

function FilterButton() {
  const t = useTexts();
  const key = useKeyLabel('filterCards');
  const on = useEditor((state) => isFiltering(state.filter));
  const open = useEditor((state) => state.filterOpen);
  return (
    <IconButton
      icon="funnel"
      label={t('panels.topBar.filter')}
      hint={key}
      aria-pressed={on}
      aria-expanded={open}
      onClick={() => runCommand('filterCards')}
    />
  );
}

function PresentButton() {
  const t = useTexts();
  const key = useKeyLabel('present');
  const label = t('commands.present');
  return (
    <Button
      icon="presentation"
      title={`${label} (${key})`}
      className="top-bar-present"
      onClick={() => runCommand('present')}
    >
      <span>{label}</span>
    </Button>
  );
}

function ExportButton() {
  const t = useTexts();
  const key = useKeyLabel('exportMap');
  return (
    <Button
      look="primary"
      icon="download"
      title={key}
      className="top-bar-export"
      onClick={() => runCommand('exportMap')}
    >
      {t('panels.topBar.export')}
    </Button>
  );
}
