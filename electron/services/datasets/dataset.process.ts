/** The process of one data file: reads it, answers questions about it, and may be killed at any time. */
import { rmSync } from 'node:fs';
import * as v from 'valibot';
import { FaultError } from '../../../shared/api/faults';
import { Desk } from './desk';
import { type FromProcess, toProcessSchema } from './messages';

const send = (message: FromProcess) => {
  if (process.connected) process.send?.(message);
};

const desk = new Desk(send);

process.on('message', (message: unknown) => {
  const read = v.safeParse(toProcessSchema, message);
  if (!read.success) throw new Error('The host has sent something else than a question');
  if (read.output.type === 'cancel') desk.cancel(read.output.id);
  else void desk.ask(read.output.id, read.output.name, read.output.argument);
});

// Whoever asked is gone: nobody else removes the folder then.
process.on('disconnect', () => {
  if (desk.folder) rmSync(desk.folder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
});

process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof FaultError ? error.message : String(error?.stack)}\n`);
  process.exit(70);
});
