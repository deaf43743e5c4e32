/** A failure whose message already tells the reader what to do next; it is shown without a stack. */
export class Trouble extends Error {}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** One line for one step: what is being done, then how it ended (if `work` answers a note) and how long it took. */
export async function step(what, work) {
  const since = performance.now();
  process.stdout.write(`• ${what} … `);
  try {
    const note = await work();
    process.stdout.write(`${note ? `${note}, ` : ''}${seconds(since)}\n`);
  } catch (error) {
    process.stdout.write(`failed after ${seconds(since)}\n`);
    throw error;
  }
}

/** Runs a script's main function; a Trouble ends it with its one line, anything else is a defect and shows its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? `✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
