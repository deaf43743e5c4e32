/** Which modifier keys the pointer's last event came with: React Flow's own events do not say. */
export const modifiers = { free: false, adds: false };

for (const name of ['pointerdown', 'pointermove'] as const) {
  window.addEventListener(
    name,
    (event) => {
      // Alt lets a card go anywhere; Shift, Ctrl and ⌘ add to the selection.
      modifiers.free = event.altKey;
      modifiers.adds = event.shiftKey || event.ctrlKey || event.metaKey;
    },
    { capture: true },
  );
}
