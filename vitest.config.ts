import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Properties are tried more often where PERIPLO_RUNS says so, and may then take their time. */
const testTimeout = process.env.PERIPLO_RUNS ? 900_000 : 30_000;

/** Kills, locks and clocks meet a machine that may be busy: in CI a test may fail once. */
const retry = process.env.CI ? 1 : 0;

/** Tests stand beside the code. What draws to a page runs in happy-dom, all else in plain Node. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          retry,
          testTimeout,
          environment: 'node',
          include: ['{shared,electron,build,test}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          retry,
          testTimeout,
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup/dom.ts'],
        },
      },
    ],
  },
});
