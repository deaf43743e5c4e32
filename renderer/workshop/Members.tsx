import { type FormEvent, useState } from 'react';
import { setSession } from '../../shared/commands/workshop';
import type { Session } from '../../shared/document/schema';
import { Section } from '../panels/common/Section';
import { change } from '../store/history';
import { texts, useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';

/** One after the other for each who joins: of sticky notes, on which dark letters are read. */
const COLOURS = ['#ffe08a', '#a7e3d4', '#d3c4ff', '#ffc2d4', '#bcd9ff', '#d3ea9c', '#ffcb9e', '#d5dbe6'];

/** Who is in the room: a name and a colour each. */
export function Members({ session, readOnly }: { session: Session; readOnly: boolean }) {
  const t = useTexts();
  const [name, setName] = useState('');
  const { id, members } = session;
  const put = (next: Session['members']) =>
    change(texts()('workshop.steps.members'), (draft) => setSession(draft, id, { members: next }));
  const add = (event: FormEvent) => {
    event.preventDefault();
    // Several names at once, as they stand in an invitation.
    const known = new Set(members.map((member) => member.name));
    const names = [...new Set(name.split(/[,;\n]/).map((one) => one.trim()))].filter((one) => one && !known.has(one));
    const joining = names.map((one, index) => ({
      name: one,
      colour: COLOURS[(members.length + index) % COLOURS.length] ?? '#d5dbe6',
    }));
    if (joining.length > 0) put([...members, ...joining]);
    setName('');
  };
  return (
    <Section title={t('workshop.session.members')}>
      <div className="workshop-stack">
        {members.length > 0 && (
          <ul className="workshop-members">
            {members.map((member) => (
              <li key={member.name}>
                <i style={{ background: member.colour }} />
                {member.name}
                <button
                  type="button"
                  disabled={readOnly}
                  aria-label={t('workshop.session.leaves', { name: member.name })}
                  onClick={() => put(members.filter((one) => one.name !== member.name))}
                >
                  <Icon name="x" size={11} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={add}>
          <input
            className="input"
            aria-label={t('workshop.session.addMembers')}
            placeholder={t('workshop.session.addMembers')}
            value={name}
            disabled={readOnly}
            onChange={(event) => setName(event.target.value)}
          />
        </form>
      </div>
    </Section>
  );
}
