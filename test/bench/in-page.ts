/**
 * What runs inside the page that is measured. Each function is handed over as its text, so none may use anything from
 * outside of itself but `window.bench`.
 */
export interface InPage {
  /** Resolves with the time at which what the current frame shows has been painted. */
  painted(): Promise<number>;
  /** Resolves with the time, since the page's start, at which `ready` first held and was painted. */
  paintedOnce(ready: () => boolean): Promise<number>;
  startFrames(): void;
  /** Milliseconds from frame to frame since `startFrames`. */
  stopFrames(): number[];
  startKeys(): void;
  /** For each key pressed since `startKeys`, milliseconds from the key to the frame that shows it. */
  stopKeys(): Promise<number[]>;
  startRenders(): void;
  /** How often React rendered since `startRenders`: cards and lines by id, and components of any sort. */
  stopRenders(): { cards: Record<string, number>; lines: Record<string, number>; components: number };
}

declare global {
  interface Window {
    bench: InPage;
  }
}

/** What React hands to its developer tools at each commit, of which this reads a little. */
interface Fiber {
  tag: number;
  flags: number;
  memoizedProps: Record<string, unknown> | null;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

export function installBench(): void {
  const bench = {} as InPage;
  window.bench = bench;

  // A frame's callbacks run before its painting; a message from there is answered after it.
  bench.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  bench.paintedOnce = async (ready) => {
    for (;;) {
      const at = await bench.painted();
      if (ready()) return at;
    }
  };

  let frames: number[] | null = null;
  bench.startFrames = () => {
    const times: number[] = [];
    frames = times;
    const next = (time: number) => {
      times.push(time);
      if (frames === times) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  };
  bench.stopFrames = () => {
    const times = frames ?? [];
    frames = null;
    return times.slice(1).map((time, index) => time - (times[index] ?? time));
  };

  let keys: Promise<number>[] = [];
  const onKey = (event: KeyboardEvent) => {
    keys.push(bench.painted().then((at) => at - event.timeStamp));
  };
  bench.startKeys = () => {
    keys = [];
    window.addEventListener('keydown', onKey, true);
  };
  bench.stopKeys = () => {
    window.removeEventListener('keydown', onKey, true);
    return Promise.all(keys);
  };

  let counts: ReturnType<InPage['stopRenders']> | null = null;
  bench.startRenders = () => {
    counts = { cards: {}, lines: {}, components: 0 };
  };
  bench.stopRenders = () => {
    const result = counts ?? { cards: {}, lines: {}, components: 0 };
    counts = null;
    return result;
  };
  const PERFORMED_WORK = 1;
  // Function components, those in forwardRef, and the two sorts of memo.
  const TAGS = [0, 11, 14, 15];
  const visit = (fiber: Fiber): void => {
    if (!counts) return;
    if (TAGS.includes(fiber.tag) && fiber.flags & PERFORMED_WORK) {
      counts.components += 1;
      const props = fiber.memoizedProps ?? {};
      const list = 'positionAbsoluteX' in props ? counts.cards : 'sourceX' in props ? counts.lines : null;
      const id = String(props.id);
      if (list) list[id] = (list[id] ?? 0) + 1;
    }
    // Children that were not visited are shared with the tree before.
    if (fiber.alternate && fiber.child === fiber.alternate.child) return;
    for (let child = fiber.child; child; child = child.sibling) visit(child);
  };
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      checkDCE: () => {},
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => counts && visit(root.current),
    },
  });
}

/**
 * The yardstick: as many bare boxes with a label, as one SVG that a drag with the middle button pans, the wheel zooms,
 * a drag with the left button moves one box of, and a key types into one label of. No framework, nothing else.
 */
export async function drawBare({ count, zoomedIn }: { count: number; zoomedIn: boolean }): Promise<number> {
  const since = performance.now();
  const across = Math.round(Math.sqrt(count * 0.6));
  const down = Math.ceil(count / across);
  const view = { x: 0, y: 0, zoom: zoomedIn ? 1 : Math.min(innerWidth / (across * 200), innerHeight / (down * 90)) };
  const boxes = Array.from({ length: count }, (_, index) => {
    const at = { x: (index % across) * 200, y: Math.floor(index / across) * 90 };
    return `<g transform="translate(${at.x} ${at.y})"><rect width="172" height="60" rx="8" fill="#fff" stroke="#c8ced8"/><text x="12" y="34">Compares the price ${index}</text></g>`;
  });
  document.body.style.cssText = 'margin:0;overflow:hidden;font:600 12px Inter,sans-serif';
  document.body.innerHTML = `<svg width="${innerWidth}" height="${innerHeight}"><g>${boxes.join('')}</g></svg>`;
  const all = document.querySelector('svg > g');
  const one = all?.firstElementChild;
  const label = one?.querySelector('text');
  const show = () => all?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.zoom})`);
  show();
  let box = { x: 0, y: 0 };
  window.onmousemove = (event) => {
    if (event.buttons === 4) {
      view.x += event.movementX;
      view.y += event.movementY;
      show();
    } else if (event.buttons === 1) {
      box = { x: box.x + event.movementX / view.zoom, y: box.y + event.movementY / view.zoom };
      one?.setAttribute('transform', `translate(${box.x} ${box.y})`);
    }
  };
  window.onwheel = (event) => {
    view.zoom *= 2 ** (-event.deltaY * 0.002);
    show();
  };
  window.onkeydown = (event) => {
    if (label && event.key.length === 1) label.textContent += event.key;
  };
  return (await window.bench.painted()) - since;
}
