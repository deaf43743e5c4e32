import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The page. A strict CSP forbids inline scripts and data: fonts, so nothing is inlined. */
export default defineConfig({
  root: path('../renderer'),
  base: './',
  publicDir: false,
  // Each answer puts a fresh one in its place: electron/services/page-files.ts.
  html: { cspNonce: 'PERIPLO-STYLE-NONCE' },
  plugins: [react()],
  build: {
    outDir: path('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 2000,
  },
});
