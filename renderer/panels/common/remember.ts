/** Works something out once for each value in turn: for selectors, which run at every change of the state. */
export function rememberLast<Key extends object, Result>(work: (key: Key) => Result): (key: Key) => Result {
  let last: { key: Key; result: Result } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, result: work(key) };
    return last.result;
  };
}

/** Puts records into lists by one of their keys; a record may go into several. */
export function groupBy<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const found = groups.get(key);
      if (found) found.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
