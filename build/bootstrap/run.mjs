import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './say.mjs';

const signals = ['SIGINT', 'SIGTERM'];

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...path) => join(root, ...path);

const ownNode = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
export const hasOwnNode = () => existsSync(ownNode);

/** The Node that npm installed for this project, newer than the one that may have started us. */
export const projectNode = () => (hasOwnNode() ? ownNode : process.execPath);

function environment(extra) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [inRoot('node_modules/.bin'), process.env[name]].join(delimiter), ...extra };
}

/**
 * Runs a program and answers { code, output }; code is null when it was killed, by us after `limit` milliseconds or by
 * somebody else. With `quiet` its output is kept for the error message instead of being shown. A signal to us goes to
 * the program, and when that has ended we end too: nothing keeps running after Ctrl+C.
 */
export function run(command, args, { quiet = false, limit, env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const timer = limit && setTimeout(() => child.kill('SIGKILL'), limit);
    let asked = false;
    const forward = (signal) => {
      asked = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, forward);
      if (asked) process.exit(code ?? 130);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

const packageOf = {
  biome: '@biomejs/biome',
  'install-electron': 'electron',
  playwright: '@playwright/test',
  tsc: 'typescript',
};

/** A package's own program, run by the project's Node: the same on every platform, no shell and no .cmd files. */
export function tool(name, args, options) {
  const folder = inRoot('node_modules', packageOf[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(projectNode(), [join(folder, bin[name] ?? bin), ...args], options);
}

export const script = (file, args = [], options) => run(projectNode(), [inRoot(file), ...args], options);

/** Like run, tool and script, but anything other than success is a Trouble that ends with the program's last words. */
export async function must(running, message) {
  const { code, output } = await running;
  if (code === 0) return;
  const last = output.trim().split('\n').slice(-25).join('\n');
  throw new Trouble(last ? `${message}\n${last}` : message);
}
