import { type DragEvent, type ReactNode, useEffect } from 'react';
import type { Draft } from '../../../shared/api/calls';
import { beginComparing, chooseOtherMap, compareDropped, toggleMinor } from '../../app/comparing';
import { offerRecovery, openDraft } from '../../app/recovery';
import { runCommand } from '../../app/run';
import { comparisonOf, shownComparisonOf } from '../../store/comparison';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { showView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { CompareBar } from './CompareBar';
import { ComparePicture } from './ComparePicture';
import './compare.css';
import { listenForSteps } from './go-to-change';
import { sideName } from './side-text';

/** Two maps in one picture, with all that is different between them. */
export function Compare() {
  const t = useTexts();
  const comparison = useEditor(comparisonOf);
  const isSame = comparison?.changes.length === 0;
  const isNothingToSee = useEditor((state) => {
    const shown = shownComparisonOf(state);
    return shown !== null && shown.changes.length === 0 && comparisonOf(state)?.changes.every((one) => one.minor);
  });
  useEffect(() => void beginComparing(), []);
  useEffect(listenForSteps, []);
  return (
    // What is dropped can be chosen from the list, too.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div className="compare" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <CompareBar />
      <Lost />
      {comparison ? (
        <div className="compare-main">
          <ComparePicture />
          {isSame && <Same />}
          {isNothingToSee && !isSame && (
            <Calm title={t('compare.onlySmall')} text={t('compare.onlySmallText')}>
              <Button small onClick={toggleMinor}>
                {t('compare.showSmall')}
              </Button>
            </Calm>
          )}
        </div>
      ) : (
        <Nothing />
      )}
    </div>
  );
}

/** What was lost is compared with what is saved: the way on, and back to where one came from. */
function Lost() {
  const t = useTexts();
  const draft = useEditor((state) => (state.comparing?.after?.from === 'draft' ? state.comparing.after.draft : null));
  if (!draft) return null;
  return (
    <section className="preview-banner" aria-label={t('compare.lostText')}>
      <Icon name="history" size={15} />
      <p>{t('compare.lostText')}</p>
      <Button small onClick={() => void offerRecovery()}>
        {t('compare.backToLost')}
      </Button>
      <Button small look="primary" onClick={() => void openLost(draft)}>
        {t('compare.openLost')}
      </Button>
    </section>
  );
}

function onDrop(event: DragEvent): void {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) void compareDropped(file);
}

async function openLost(draft: Draft): Promise<void> {
  if (await openDraft(draft)) showView('map');
}

function Nothing() {
  const t = useTexts();
  const hasFile = useEditor((state) => state.file !== null);
  return (
    <div className="app-calm compare-nothing">
      <Icon name="git-compare" size={34} />
      <h2>{t('compare.nothingYet')}</h2>
      <p>{t('compare.nothingYetText')}</p>
      <div className="compare-ways">
        {!hasFile && (
          <Button icon="save" look="primary" onClick={() => runCommand('save')}>
            {t('compare.save')}
          </Button>
        )}
        <Button icon="folder-open" onClick={() => void chooseOtherMap('before')}>
          {t('compare.chooseFile')}
        </Button>
      </div>
    </div>
  );
}

function Same() {
  const t = useTexts();
  const before = useEditor((state) => state.comparing?.before ?? null);
  const after = useEditor((state) => state.comparing?.after ?? null);
  if (!before || !after) return null;
  return (
    <Calm
      title={t('compare.same')}
      text={t('compare.sameText', { before: sideName(before, t), after: sideName(after, t) })}
    />
  );
}

function Calm({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="compare-calm" role="status">
      <Icon name="circle-check" size={18} />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
      </div>
      {children}
    </div>
  );
}
