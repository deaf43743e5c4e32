import { Fragment } from 'react';
import type { Folder } from '../../../shared/api/calls';
import { useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { crumbsOf } from './file-names';

/** Where the list stands, with a way back to each folder above, and to the other folders that were granted. */
export function FolderPath({ folder, onGo }: { folder: Folder | null; onGo: (path: string) => void }) {
  const t = useTexts();
  if (!folder) return <div className="folder-path" />;
  const crumbs = crumbsOf(folder);
  const [root, ...below] = crumbs;
  return (
    <div className="folder-path">
      <IconButton
        icon="arrow-up"
        small
        label={t('dialogs.files.up')}
        disabled={folder.parent === null}
        onClick={() => folder.parent && onGo(folder.parent)}
      />
      <nav aria-label={t('dialogs.files.where')}>
        {folder.granted.length > 1 ? (
          <Select
            label={t('dialogs.files.granted')}
            value={root?.path ?? ''}
            options={folder.granted.map(({ path, name }) => ({ value: path, text: name }))}
            onChange={onGo}
          />
        ) : (
          root && <CrumbButton name={root.name} current={below.length === 0} onClick={() => onGo(root.path)} />
        )}
        {below.map(({ path, name }, index) => (
          <Fragment key={path}>
            <Icon name="chevron-right" size={13} />
            <CrumbButton name={name} current={index === below.length - 1} onClick={() => onGo(path)} />
          </Fragment>
        ))}
      </nav>
    </div>
  );
}

function CrumbButton({ name, current, onClick }: { name: string; current: boolean; onClick: () => void }) {
  return (
    <button type="button" className="folder-crumb" aria-current={current ? 'location' : undefined} onClick={onClick}>
      {name}
    </button>
  );
}
