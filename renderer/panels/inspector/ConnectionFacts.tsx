import { useId } from 'react';
import type { Connection, ElementKind } from '../../../shared/document/schema';
import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { nameOf } from '../common/map-facts';
import { Section } from '../common/Section';
import { showOnMap } from '../common/show-element';
import { Field } from './controls/Field';
import { LineInput, ParagraphInput } from './controls/TextInputs';
import { BranchFields } from './decisions/BranchFields';
import { connectionEdit, putConnection } from './decisions/connection-edit';
import { Editable } from './ElementFacts';

/** All about one connection. */
export function ConnectionFacts({ id }: { id: string }) {
  const t = useTexts();
  const connection = useEditor((state) => state.map.connections[id]);
  if (!connection) return null;
  const { type, label, condition, from, to, fromSide, toSide } = connection;
  const labels = {
    label: t('panels.connection.label'),
    condition: t('panels.connection.condition'),
    type: t('panels.connection.type'),
  };
  const reverse = () =>
    putConnection(id, t('panels.connection.reverse'), { from: to, to: from, fromSide: toSide, toSide: fromSide });
  return (
    <>
      <Head connection={connection} />
      <Editable>
        <Section title={t('panels.inspector.details')}>
          <Field label={labels.type} look="wide">
            <Segmented
              label={labels.type}
              value={type}
              options={[
                { value: 'flow', text: t('panels.connection.flow') },
                { value: 'relation', text: t('panels.connection.relation') },
              ]}
              onChange={(next) => putConnection(id, labels.type, { type: next })}
            />
          </Field>
          <LineInput label={labels.label} value={label} edit={connectionEdit(id, 'label', labels.label)} />
          <ParagraphInput
            label={labels.condition}
            value={condition}
            edit={connectionEdit(id, 'condition', labels.condition)}
          />
          {type === 'flow' && <BranchFields connection={connection} />}
          <SideSelect id={id} name="fromSide" label={t('panels.connection.fromSide')} value={fromSide} />
          <SideSelect id={id} name="toSide" label={t('panels.connection.toSide')} value={toSide} />
        </Section>
        <div className="inspector-actions">
          <Button small icon="undo-2" onClick={reverse}>
            {t('panels.connection.reverse')}
          </Button>
          <Button small look="danger" icon="trash-2" onClick={() => runCommand('deleteSelection')}>
            {t('panels.connection.delete')}
          </Button>
        </div>
      </Editable>
    </>
  );
}

function Head({ connection }: { connection: Connection }) {
  const t = useTexts();
  return (
    <>
      <header className="inspector-head">
        <span className="inspector-icon">
          <Icon name={connection.type === 'flow' ? 'arrow-right' : 'link'} size={16} />
        </span>
        <div className="inspector-heading">
          <h2 className="inspector-title">{connection.label || t('panels.connection.untitled')}</h2>
          <p className="inspector-subtitle">{t(`panels.connection.${connection.type}`)}</p>
        </div>
      </header>
      <div className="connection-ends">
        <End label={t('panels.inspector.from')} id={connection.from} />
        <End label={t('panels.inspector.to')} id={connection.to} />
      </div>
    </>
  );
}

function End({ label, id }: { label: string; id: string }) {
  const t = useTexts();
  const name = useEditor((state) => nameOf(state.map, id, (kind: ElementKind) => t(`kinds.${kind}.one`)));
  return (
    <div className="connection-row">
      <span className="field-label">{label}</span>
      <button
        type="button"
        className="connection-end"
        title={name}
        aria-label={`${label}: ${name}`}
        onClick={() => showOnMap(id)}
      >
        {name}
      </button>
    </div>
  );
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function SideSelect({
  id,
  name,
  label,
  value,
}: {
  id: string;
  name: 'fromSide' | 'toSide';
  label: string;
  value: Connection['fromSide'];
}) {
  const t = useTexts();
  const control = useId();
  const options = (['auto', ...SIDES] as const).map((side) => ({
    value: side,
    text: t(`panels.connection.sides.${side}`),
  }));
  return (
    <Field label={label} htmlFor={control}>
      <Select
        id={control}
        value={value ?? 'auto'}
        options={options}
        onChange={(side) => putConnection(id, label, { [name]: side === 'auto' ? null : side })}
      />
    </Field>
  );
}
