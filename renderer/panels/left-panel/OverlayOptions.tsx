import { Popover } from 'radix-ui';
import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { JourneyMap } from '../../../shared/document/schema';
import { feelingScaleOf } from '../../../shared/metrics/measured-emotion';
import {
  type CustomerGroup,
  customerGroups,
  groupKey,
  groupName,
  MOST_GROUPS,
} from '../../../shared/metrics/overlay-settings';
import { PERIOD_UNITS } from '../../../shared/metrics/periods';
import { metricNotes } from '../../../shared/scene/overlay-notes';
import { useEditor } from '../../store/editor';
import { setOverlay, toggleGroup } from '../../store/overlay';
import { usePicture } from '../../store/picture';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { rememberLast } from '../common/remember';
import './overlay-options.css';

/** How the numbers are shown that lie over the map. */
export function OverlayOptions() {
  const t = useTexts();
  const name = t('overlay.rows.options');
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton small icon="settings" label={name} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu overlay-options"
          side="right"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          aria-label={name}
        >
          <h2 className="section-title">{name}</h2>
          <Tint />
          <Unit />
          <Groups />
          <Switches />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Tint() {
  const t = useTexts();
  const tint = useEditor((state) => state.overlay.tint);
  return (
    <div className="overlay-option tall">
      <span className="label">{t('overlay.options.tint')}</span>
      <Segmented
        label={t('overlay.options.tint')}
        value={tint}
        options={(['target', 'quantile', 'none'] as const).map((value) => ({
          value,
          text: t(`overlay.options.tints.${value}`),
        }))}
        onChange={(value) => setOverlay({ tint: value })}
      />
      <p className="overlay-hint">{t(`overlay.options.tintHints.${tint}`)}</p>
    </div>
  );
}

const AS_STORED = 'stored';

/** Longer periods than the stored ones; where some of the values can't be put together, why. */
function Unit() {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const unit = useEditor((state) => state.overlay.unit);
  const { map, overlay } = usePicture();
  const remarks = [...new Set(metricNotes(map, overlay, language).flatMap((notes) => notes.remarks))];
  return (
    <div className="overlay-option tall">
      <div className="overlay-option">
        <label htmlFor={id}>{t('overlay.options.unit')}</label>
        <Select
          id={id}
          value={unit ?? AS_STORED}
          options={[
            { value: AS_STORED, text: t('overlay.options.asStored') },
            ...PERIOD_UNITS.map((value) => ({ value, text: t(`metrics.periodUnits.${value}`) })),
          ]}
          onChange={(value) => setOverlay({ unit: value === AS_STORED ? null : value, period: null })}
        />
      </div>
      {remarks.map((remark) => (
        <p key={remark} className="overlay-hint warning" role="status">
          {remark}
        </p>
      ))}
    </div>
  );
}

const groupsOf = rememberLast((map: JourneyMap) => customerGroups(map));

function Groups() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const groups = useEditor(useShallow((state) => groupsOf(state.map)));
  if (groups.length < 2) return null;
  return (
    <fieldset className="overlay-groups">
      <legend className="label">{t('overlay.options.groups')}</legend>
      {groups.map((group) => (
        <GroupRow key={groupKey(group)} group={group} name={groupName(group, map, t)} />
      ))}
    </fieldset>
  );
}

function GroupRow({ group, name }: { group: CustomerGroup; name: string }) {
  const t = useTexts();
  const key = groupKey(group);
  const checked = useEditor((state) => state.overlay.groups.some((other) => groupKey(other) === key));
  const isFull = useEditor((state) => state.overlay.groups.length >= MOST_GROUPS) && !checked;
  return (
    <label
      className="overlay-group"
      title={isFull ? t('overlay.options.tooManyGroups', { most: MOST_GROUPS }) : undefined}
    >
      <input type="checkbox" checked={checked} disabled={isFull} onChange={() => toggleGroup(group)} />
      <span>{name}</span>
    </label>
  );
}

const SWITCHES = ['stages', 'connections', 'measuredEmotion', 'evidence'] as const;

const measuresFeelings = (map: JourneyMap) =>
  Object.values(map.measurements).some(({ metric, element, points }) => {
    const measured = map.metrics[metric];
    return element !== null && points.length > 0 && measured !== undefined && feelingScaleOf(measured) !== null;
  });

function Switches() {
  const t = useTexts();
  const overlay = useEditor((state) => state.overlay);
  const canMeasure = useEditor((state) => measuresFeelings(state.map));
  return SWITCHES.map((name) => {
    const disabled = name === 'measuredEmotion' && !canMeasure;
    return (
      <div key={name} className="overlay-option tall">
        <div className="overlay-option">
          <span>{t(`overlay.options.${name}`)}</span>
          <Switch
            label={t(`overlay.options.${name}`)}
            checked={overlay[name]}
            disabled={disabled}
            onChange={(value) => setOverlay({ [name]: value })}
          />
        </div>
        {disabled && <p className="overlay-hint">{t('overlay.options.noEmotion')}</p>}
      </div>
    );
  });
}
