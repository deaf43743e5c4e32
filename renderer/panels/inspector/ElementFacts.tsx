import type { ReactNode } from 'react';
import { LIMITS } from '../../../shared/document/limits';
import type { ElementKind } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { Discussion } from '../../workshop/Discussion';
import { Section } from '../common/Section';
import { CommonLine, CommonText } from './CommonTexts';
import { Concerned } from './Concerned';
import { Connections } from './Connections';
import { Customers } from './decisions/Customers';
import { KindField } from './KindField';
import { Links } from './Links';
import { Metrics } from './Metrics';
import { PictureField } from './PictureField';
import { PlaceFields } from './PlaceFields';
import { SizeFields } from './SizeFields';
import { MIXED, textOf } from './shared-values';
import { Tags } from './Tags';
import { useFieldEdit, useFieldValue } from './use-field';

/** All about one element. `ids` holds its id: fields work on lists. */
export function ElementFacts({ ids, id }: { ids: readonly string[]; id: string }) {
  const t = useTexts();
  const kind = useEditor((state) => state.map.elements[id]?.kind);
  if (!kind) return null;
  const isStage = kind === 'stage';
  return (
    <>
      <Editable>
        <Head ids={ids} id={id} kind={kind} />
        <Section title={t('panels.inspector.details')}>
          {Object.entries(KINDS[kind].fields).map(([name, field]) => (
            <KindField key={name} ids={ids} kind={kind} name={name} field={field} />
          ))}
          <CommonLine ids={ids} name="owner" />
          <CommonText ids={ids} name="text" />
        </Section>
      </Editable>
      <Metrics id={id} />
      <Connections id={id} />
      <Editable>
        <Customers id={id} />
      </Editable>
      <Discussion id={id} />
      <Section title={t('panels.inspector.general')}>
        <Editable>
          {!isStage && <PlaceFields ids={ids} />}
          {!isStage && kind !== 'persona' && <Concerned ids={ids} />}
          <Tags ids={ids} />
        </Editable>
        <Links id={id} />
        <Editable>
          {!isStage && <PictureField ids={ids} />}
          <SizeFields ids={ids} stages={isStage} />
        </Editable>
      </Section>
    </>
  );
}

/** Turns off all that would change a map that can only be looked at. */
export function Editable({ children }: { children: ReactNode }) {
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <fieldset className="editable" disabled={readOnly}>
      {children}
    </fieldset>
  );
}

function Head({ ids, id, kind }: { ids: readonly string[]; id: string; kind: ElementKind }) {
  const t = useTexts();
  const value = textOf(useFieldValue(ids, 'title'));
  const edit = useFieldEdit(ids, 'title', t('fields.title'));
  const stage = useEditor((state) => {
    const element = state.map.elements[id];
    return element?.stage ? (state.map.elements[element.stage]?.title ?? null) : null;
  });
  const { icon, tone } = KINDS[kind];
  const name = t(`kinds.${kind}.one`);
  return (
    <header className="inspector-head">
      <span
        className="inspector-icon"
        style={{ color: `var(--tone-${tone}-strong)`, background: `var(--tone-${tone}-soft)` }}
      >
        <Icon name={icon} size={16} />
      </span>
      <div className="inspector-heading">
        <textarea
          className="inspector-title"
          aria-label={t('fields.title')}
          rows={1}
          placeholder={name}
          maxLength={LIMITS.textLength}
          value={value === MIXED ? '' : value}
          onChange={(event) => edit.type(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onBlur={edit.end}
        />
        <p className="inspector-subtitle">{stage ? t('panels.inspector.subtitle', { kind: name, stage }) : name}</p>
      </div>
    </header>
  );
}
