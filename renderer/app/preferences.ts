import type { Preferences } from '../../shared/api/preferences';
import { editor } from '../store/editor';
import { attempt } from './machine';

/** Changes preferences; they are kept on this machine. */
export function setPreferences(values: (now: Preferences) => Partial<Preferences>): void {
  const { preferences: now } = editor.getState();
  const preferences = { ...now, ...values(now) };
  editor.setState({ preferences });
  void attempt('preferences.write', { preferences });
}
