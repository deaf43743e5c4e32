import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The machine's side. Every output lies exactly one folder below dist/, so `../samples`, `../renderer` and
 * `../processes` are right from wherever a module ends up. A file named `x.process.ts` becomes a program of its own,
 * dist/processes/x.js, to be run in a child process.
 */
const processes = globSync('electron/**/*.process.ts', { cwd: root }).map((file) => [
  `processes/${basename(file, '.process.ts')}`,
  file,
]);

export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        'desktop/main': 'electron/main.ts',
        'command-line/periplo': 'electron/command-line/periplo.ts',
        ...Object.fromEntries(processes),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
