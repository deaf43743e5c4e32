import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { ElementKind, JourneyMap } from '../../../shared/document/schema';
import type { Field } from '../../../shared/kinds/fields';
import { KINDS } from '../../../shared/kinds/registry';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { rememberLast } from '../common/remember';
import { Section } from '../common/Section';
import { CommonLine, CommonText } from './CommonTexts';
import { Concerned } from './Concerned';
import { Editable } from './ElementFacts';
import { KindField } from './KindField';
import { PictureField } from './PictureField';
import { PlaceFields } from './PlaceFields';
import { SizeFields } from './SizeFields';
import { Tags } from './Tags';

/** The fields that all of the kinds have under one name, with one control and the same choices. */
function sharedFields(kinds: readonly ElementKind[]): [name: string, field: Field<unknown>][] {
  const [first, ...rest] = kinds;
  if (!first) return [];
  return Object.entries(KINDS[first].fields).filter(([name, field]) =>
    rest.every((kind) => {
      const other = KINDS[kind].fields[name];
      return other?.control === field.control && other.options?.join() === field.options?.join();
    }),
  );
}

/** Several elements at once: what they share can be said of all of them in one step. */
export function SeveralElements({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  const kindsOf = useMemo(
    () =>
      rememberLast((map: JourneyMap) =>
        [...new Set(ids.map((id) => map.elements[id]?.kind))].filter((kind) => kind !== undefined),
      ),
    [ids],
  );
  const kinds = useEditor(useShallow((state) => kindsOf(state.map)));
  const fields = useMemo(() => sharedFields(kinds), [kinds]);
  const [kind] = kinds;
  if (!kind) return null;
  const withStages = kinds.includes('stage');
  return (
    <Editable>
      <header className="inspector-head">
        <span className="inspector-icon">
          <Icon name="layers" size={16} />
        </span>
        <div className="inspector-heading">
          <h2 className="inspector-title">{t('panels.inspector.cards', { count: ids.length })}</h2>
          <p className="inspector-subtitle">{kinds.map((each) => t(`kinds.${each}.many`)).join(' · ')}</p>
        </div>
      </header>
      <p className="inspector-note">{t('panels.inspector.severalHint')}</p>
      <Section title={t('panels.inspector.details')}>
        {fields.map(([name, field]) => (
          <KindField key={name} ids={ids} kind={kind} name={name} field={field} />
        ))}
        <CommonLine ids={ids} name="owner" />
        <CommonText ids={ids} name="text" />
      </Section>
      <Section title={t('panels.inspector.general')}>
        {!withStages && <PlaceFields ids={ids} />}
        {!withStages && !kinds.includes('persona') && <Concerned ids={ids} />}
        <Tags ids={ids} />
        {!withStages && <PictureField ids={ids} />}
        <SizeFields ids={ids} stages={withStages} />
      </Section>
    </Editable>
  );
}

export function SeveralConnections({ ids }: { ids: readonly string[] }) {
  const t = useTexts();
  return (
    <Editable>
      <header className="inspector-head">
        <span className="inspector-icon">
          <Icon name="waypoints" size={16} />
        </span>
        <div className="inspector-heading">
          <h2 className="inspector-title">{t('panels.inspector.connections', { count: ids.length })}</h2>
        </div>
      </header>
      <div className="inspector-actions">
        <Button small look="danger" icon="trash-2" onClick={() => runCommand('deleteSelection')}>
          {t('panels.connection.delete')}
        </Button>
      </div>
    </Editable>
  );
}
