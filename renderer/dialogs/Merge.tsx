import { useState } from 'react';
import type { Conflict } from '../../shared/comparison/conflicts';
import { type MergeResult, mergeMaps, settle, settleAll } from '../../shared/comparison/merge';
import { type ConflictTexts, conflictTexts, repairText } from '../../shared/comparison/merge-texts';
import type { MergeSide } from '../../shared/comparison/three-way';
import { COLLECTIONS } from '../../shared/document/schema';
import { applyMerge } from '../app/merging';
import { useEditor } from '../store/editor';
import type { Merging } from '../store/state';
import { useLanguage, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Segmented } from '../ui/Segmented';
import { closeDialog } from './close';
import './merge.css';

const SIDES = ['ours', 'theirs'] as const satisfies readonly MergeSide[];
const ALL = { ours: 'dialogs.merge.allMine', theirs: 'dialogs.merge.allTheirs' } as const;
const NAMES = { ours: 'dialogs.merge.mine', theirs: 'dialogs.merge.theirs' } as const;
/** Characters of a branch's name that there is room for. */
const LONGEST_NAME = 24;

/** What this window and others changed differently, side by side, each to be settled with one click. */
export function Merge({ merging }: { merging: Merging }) {
  const t = useTexts();
  const language = useLanguage();
  const file = useEditor((state) => state.file?.name ?? '');
  const { sides } = merging;
  const name = sides?.name ?? file;
  const names = {
    ours: shortName(sides?.ours) || t(NAMES.ours),
    theirs: shortName(sides?.theirs) || t(NAMES.theirs),
  };
  const [result, setResult] = useState(merging.result);
  const conflicts = inSteadyOrder(result);
  const open = result.conflicts.length;
  const takeAll = (side: MergeSide) => () => {
    const { base, ours, theirs } = result.inputs;
    setResult(settleAll(mergeMaps(base, ours, theirs), side));
  };
  const apply = () => {
    closeDialog();
    void applyMerge({ ...merging, result });
  };
  return (
    <Dialog
      title={t(sides ? 'gitConflict.mergeTitle' : 'dialogs.merge.title')}
      width={720}
      onClose={closeDialog}
      foot={
        <>
          {SIDES.map((side) => (
            <Button key={side} onClick={takeAll(side)}>
              {sides ? t('gitConflict.all', { side: names[side] }) : t(ALL[side])}
            </Button>
          ))}
          <span className="merge-open" role="status">
            {open > 0 && t('dialogs.merge.open', { count: open })}
          </span>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={open > 0} onClick={apply}>
            {t('dialogs.merge.apply')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">
        {conflicts.length > 0
          ? t(sides ? 'gitConflict.question' : 'dialogs.merge.text', { count: conflicts.length, name })
          : t('dialogs.merge.none')}
      </p>
      <ul className="merge-list" aria-label={t('dialogs.merge.conflicts')}>
        {conflicts.map((conflict) => (
          <ConflictItem
            key={conflict.id}
            names={names}
            texts={conflictTexts(conflict, result, t, language)}
            taken={result.settled.includes(conflict) ? conflict.taken : ''}
            onTake={(side) => setResult(settle(result, conflict.id, side))}
          />
        ))}
      </ul>
      {result.repairs.length > 0 && (
        <section className="merge-repairs">
          <h3 className="section-title">{t('dialogs.merge.repairs')}</h3>
          <ul>
            {result.repairs.map((repair) => (
              <li key={`${repair.type}/${repair.collection}/${repair.record}`}>
                {repairText(repair, result, t, language)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function ConflictItem({
  names,
  texts,
  taken,
  onTake,
}: {
  names: Record<MergeSide, string>;
  texts: ConflictTexts;
  taken: MergeSide | '';
  onTake: (side: MergeSide) => void;
}) {
  const t = useTexts();
  return (
    <li className="merge-conflict">
      <div className="merge-head">
        <div className="merge-about">
          <strong>{texts.subject}</strong>
          <p>{texts.reason}</p>
        </div>
        <Segmented<MergeSide | ''>
          label={texts.subject}
          value={taken}
          options={SIDES.map((side) => ({ value: side, text: names[side] }))}
          onChange={(side) => side && onTake(side)}
        />
      </div>
      <dl className="merge-sides">
        {SIDES.map((side) => (
          <div key={side} className={taken === side ? 'merge-side taken' : 'merge-side'}>
            <dt>
              {names[side]}
              {taken === side && (
                <span>
                  <Icon name="check" size={12} /> {t('dialogs.merge.taken')}
                </span>
              )}
            </dt>
            <dd>{texts[side]}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

const shortName = (name = '') => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** A conflict keeps its place when it is settled, so that nothing jumps under the pointer. */
function inSteadyOrder({ conflicts, settled }: MergeResult): Conflict[] {
  const rank = ({ collection }: Conflict) => (collection === 'map' ? -1 : COLLECTIONS.indexOf(collection));
  return [...conflicts, ...settled].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
