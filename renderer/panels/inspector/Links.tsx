import { useMemo } from 'react';
import { LIMITS } from '../../../shared/document/limits';
import type { Link } from '../../../shared/document/schema';
import { attempt } from '../../app/machine';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Field } from './controls/Field';
import { type FieldEdit, useFieldEdit } from './use-field';

const NO_LINKS: readonly Link[] = [];
const OPENABLE = /^(https?:\/\/|mailto:)\S+$/i;

/** `example.com/page` is meant as an address, though it lacks what makes it one. */
const completed = (url: string) =>
  /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(url.trim()) ? `https://${url.trim()}` : url.trim();

/** Links of an element to pages and mail addresses; they open outside of the program. */
export function Links({ id }: { id: string }) {
  const t = useTexts();
  const links = useEditor((state) => state.map.elements[id]?.links ?? NO_LINKS);
  const readOnly = useEditor((state) => state.readOnly);
  const label = t('fields.links');
  const ids = useMemo(() => [id], [id]);
  const edit = useFieldEdit(ids, 'links', label);
  return (
    <Field label={label} look="stacked">
      <ul className="link-list">
        {links.map((link, index) => (
          // Links have no ids; their place is all that tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <LinkRow key={index} link={link} index={index} links={links} edit={edit} readOnly={readOnly} />
        ))}
      </ul>
      <Button
        small
        look="quiet"
        icon="plus"
        disabled={readOnly}
        onClick={() => edit.set([...links, { label: '', url: '' }])}
      >
        {t('panels.inspector.addLink')}
      </Button>
    </Field>
  );
}

interface LinkRowProps {
  link: Link;
  index: number;
  links: readonly Link[];
  edit: FieldEdit;
  readOnly: boolean;
}

function LinkRow({ link, index, links, edit, readOnly }: LinkRowProps) {
  const t = useTexts();
  const number = index + 1;
  const put = (values: Partial<Link>) =>
    edit.type(links.map((other, at) => (at === index ? { ...other, ...values } : other)));
  const leave = () => {
    const url = completed(link.url);
    if (url !== link.url) put({ url });
    edit.end();
  };
  const wrong = link.url.trim() !== '' && !OPENABLE.test(completed(link.url));
  return (
    <li className="link-row">
      <input
        className="input"
        aria-label={t('panels.inspector.linkLabel', { number })}
        placeholder={t('panels.inspector.linkLabelHint')}
        maxLength={LIMITS.textLength}
        disabled={readOnly}
        value={link.label}
        onChange={(event) => put({ label: event.target.value })}
        onBlur={edit.end}
      />
      <input
        className="input"
        type="url"
        aria-label={t('panels.inspector.linkUrl', { number })}
        placeholder="https://"
        maxLength={LIMITS.textLength}
        disabled={readOnly}
        value={link.url}
        aria-invalid={wrong}
        title={wrong ? t('panels.inspector.badLink') : link.url}
        onChange={(event) => put({ url: event.target.value })}
        onBlur={leave}
      />
      <IconButton
        small
        icon="external-link"
        label={t('panels.inspector.openLink', { url: link.label || link.url })}
        disabled={!OPENABLE.test(link.url)}
        onClick={() => void attempt('links.open', { url: link.url })}
      />
      <IconButton
        small
        icon="trash-2"
        label={t('panels.inspector.removeLink', { number })}
        disabled={readOnly}
        onClick={() => edit.set(links.filter((_, at) => at !== index))}
      />
    </li>
  );
}
