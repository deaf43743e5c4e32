import { useState } from 'react';
import { sameValue } from './shared-values';

/** What was made of a typed text: a value, or why it is none. */
export type Parsed<Value> = { value: Value } | { problem: string };

interface Draft {
  text: string;
  /** What the map holds while this text stands in the field. */
  value: unknown;
  problem: string | null;
}

/**
 * A field whose text is not its value: numbers, dates, lists. While it is typed the text stays as typed; what can be
 * read is applied at once, what can't is marked and left out. A value that changes elsewhere replaces the text.
 */
export function useDraft<Value>(options: {
  value: unknown;
  shown: string;
  parse: (text: string) => Parsed<Value>;
  onChange: (value: Value) => void;
  onEnd: () => void;
}) {
  const { value, shown, parse, onChange, onEnd } = options;
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft && sameValue(draft.value, value) ? draft : null;
  return {
    text: current?.text ?? shown,
    problem: current?.problem ?? null,
    type(text: string) {
      const parsed = parse(text);
      if ('problem' in parsed) return setDraft({ text, value, problem: parsed.problem });
      setDraft({ text, value: parsed.value, problem: null });
      if (!sameValue(parsed.value, value)) onChange(parsed.value);
    },
    /** Text that is no value stays, marked, so that it can be put right. */
    leave() {
      if (!current?.problem) setDraft(null);
      onEnd();
    },
  };
}
