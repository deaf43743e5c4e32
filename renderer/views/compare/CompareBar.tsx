import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import {
  chooseOtherMap,
  chooseVersion,
  comparePerspectives,
  type SideName,
  setSide,
  swapSides,
} from '../../app/comparing';
import { runCommand } from '../../app/run';
import { loadVersions } from '../../app/versions-keep';
import { comparisonOf } from '../../store/comparison';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { relativeTime } from '../../ui/when';
import { sideText } from './side-text';

/** More recent maps are found with the file dialog. */
const MOST_RECENTS = 5;

/** What is compared with what, and the way out as a file. */
export function CompareBar() {
  const t = useTexts();
  const [home, setHome] = useState<HTMLElement | null>(null);
  const isComplete = useEditor((state) => comparisonOf(state) !== null);
  const unrelated = useEditor((state) => comparisonOf(state)?.related === false);
  return (
    <section className="compare-bar" aria-label={t('compare.name')} ref={setHome}>
      <Side name="before" home={home} />
      <IconButton icon="arrow-left-right" label={t('compare.swap')} disabled={!isComplete} onClick={swapSides} />
      <Side name="after" home={home} />
      {unrelated && (
        <span className="chip warning" title={t('compare.unrelatedHint')}>
          {t('compare.unrelated')}
        </span>
      )}
      <span className="compare-gap" />
      <Button icon="download" disabled={!isComplete} onClick={() => runCommand('exportMap')}>
        {t('compare.export')}
      </Button>
    </section>
  );
}

function Side({ name, home }: { name: SideName; home: HTMLElement | null }) {
  const t = useTexts();
  const language = useLanguage();
  const side = useEditor((state) => state.comparing?.[name] ?? null);
  const text = useEditor(useShallow((state) => (side ? sideText(state, side, t, language) : null)));
  const shown = text?.name ?? t('compare.choose');
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(open) => open && void loadVersions()}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="compare-side"
          title={t(name === 'before' ? 'compare.chooseBefore' : 'compare.chooseAfter')}
        >
          <span className="compare-side-head">{t(`compare.${name}`)}</span>
          <span className="compare-side-name">{shown}</span>
          <span className="compare-side-facts">{text?.facts}</span>
          <Icon name="chevron-down" size={14} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={home}>
        <DropdownMenu.Content className="menu compare-menu" align="start" sideOffset={6} collisionPadding={8}>
          <Choices name={name} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Choices({ name }: { name: SideName }) {
  const t = useTexts();
  const language = useLanguage();
  const hasSaved = useEditor((state) => state.base !== null);
  const versions = useEditor((state) => state.versions?.versions);
  const path = useEditor((state) => state.file?.path);
  const recents = useEditor((state) => state.recents).filter((recent) => recent.path !== path);
  return (
    <>
      <DropdownMenu.Label className="section-title menu-title">{t('compare.thisMap')}</DropdownMenu.Label>
      <Choice text={t('compare.now')} onSelect={() => setSide(name, { from: 'now' })} />
      {hasSaved && <Choice text={t('compare.saved')} onSelect={() => setSide(name, { from: 'saved' })} />}
      <Choice text={t('compare.perspectives')} onSelect={() => void comparePerspectives()} />
      {versions && versions.length > 0 && (
        <DropdownMenu.Group>
          <DropdownMenu.Label className="section-title menu-title">{t('compare.versions')}</DropdownMenu.Label>
          {versions.map((version) => {
            const number = t('history.versions.number', { number: version.number });
            return (
              <Choice
                key={version.id}
                text={version.label ? `${number} · ${version.label}` : number}
                facts={[relativeTime(version.savedAt, language), version.author].filter(Boolean).join(' · ')}
                onSelect={() => void chooseVersion(name, version)}
              />
            );
          })}
        </DropdownMenu.Group>
      )}
      <DropdownMenu.Group>
        <DropdownMenu.Label className="section-title menu-title">{t('compare.otherMaps')}</DropdownMenu.Label>
        {recents.slice(0, MOST_RECENTS).map((recent) => (
          <Choice
            key={recent.path}
            text={recent.title || recent.name}
            facts={recent.name}
            onSelect={() => void chooseOtherMap(name, recent.path)}
          />
        ))}
        <Choice text={t('compare.otherFile')} onSelect={() => void chooseOtherMap(name)} />
      </DropdownMenu.Group>
    </>
  );
}

function Choice({ text, facts, onSelect }: { text: string; facts?: string; onSelect: () => void }) {
  return (
    <DropdownMenu.Item className="menu-item compare-choice" onSelect={onSelect}>
      <span>{text}</span>
      {facts && <small>{facts}</small>}
    </DropdownMenu.Item>
  );
}
