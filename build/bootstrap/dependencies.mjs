import { readFileSync } from 'node:fs';
import { hasOwnNode, inRoot, must, projectNode, run } from './run.mjs';
import { step, Trouble } from './say.mjs';

const oldestNode = [20, 19];

/** Installs the dependencies unless what stands in node_modules is exactly what the lock names. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Trouble(
      `Periplo needs Node ${oldestNode.join('.')} or newer; this is ${process.version}. Install it from nodejs.org, then try again.`,
    );
  }
  if (installed()) return;
  await step('Installing dependencies (npm ci, the first time takes a minute)', () =>
    must(
      npm(['ci', '--include=dev', '--include=optional']),
      'npm ci failed. Check the network, then run it yourself: npm ci',
    ),
  );
  if (!(await nodeWorks())) {
    throw new Trouble(
      'npm left out the install script of the package `node`. Run: npm rebuild node --ignore-scripts=false',
    );
  }
}

function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? run(process.execPath, [cli, ...args], { quiet: true })
    : run('npm', args, { quiet: true, shell: process.platform === 'win32' });
}

/** npm's own record of the last install, compared with the lock; optional packages may be those of another platform. */
function installed() {
  try {
    const wanted = packages('package-lock.json');
    const present = packages('node_modules/.package-lock.json');
    return (
      hasOwnNode() &&
      Object.entries(wanted).every(([path, entry]) => {
        const found = present[path];
        return path === '' || (found ? found.version === entry.version : entry.optional || entry.devOptional);
      }) &&
      Object.keys(present).every((path) => path in wanted)
    );
  } catch {
    return false;
  }
}

const packages = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;

async function nodeWorks() {
  const { code, output } = await run(projectNode(), ['--version'], { quiet: true });
  return code === 0 && Number(/^v(\d+)/.exec(output)?.[1]) >= 22;
}
