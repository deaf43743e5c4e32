import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';
import { decode, encodeUtf8 } from '../../shared/document/runtime';
import type { FileSystem } from './files/file-system';
import { isInside } from './grants';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Headers of every answer that a window gets, on either host. Nothing from anywhere else, no inline script, no frames
 * but the PDF that the browser edition prints.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Stands in the built page where its style nonce goes; `html.cspNonce` in build/vite.renderer.ts. */
const NONCE_MARK = 'PERIPLO-STYLE-NONCE';

export interface PageFile {
  bytes: Uint8Array;
  headers: Record<string, string>;
}

/**
 * A file of the built page by the path of its address, with its headers; null for everything else, be it missing,
 * outside the folder, or of a type that no page of ours loads.
 */
export async function readPageFile(fs: FileSystem, folder: string, urlPath: string): Promise<PageFile | null> {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!/^\/[\w./-]*$/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return null;
  const name = path === '/' ? '/index.html' : path;
  const type = TYPES[extname(name)];
  if (!type) return null;
  try {
    const root = await fs.realPath(folder);
    const file = await fs.realPath(join(root, name));
    if (!isInside(root, file) || (await fs.status(file)).type !== 'file') return null;
    // Names in assets/ carry a hash of their content; the page itself changes with every build.
    const isHashed = /^\/assets\/.*-[\w-]{8,}\.\w+$/.test(name);
    const content = withNonce(await fs.read(file), name.endsWith('.html'));
    return {
      bytes: content.bytes,
      headers: {
        ...PAGE_HEADERS,
        ...content.policy,
        'Content-Type': type,
        'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    };
  } catch {
    return null;
  }
}

/**
 * The page with a nonce of its own, by which it may add style elements when it runs: dialogs and menus need one to keep
 * what lies behind them from scrolling. Styles from anybody else stay out.
 */
function withNonce(bytes: Uint8Array, isPage: boolean): { bytes: Uint8Array; policy: Record<string, string> } {
  const text = isPage ? decode(bytes) : '';
  if (!text.includes(NONCE_MARK)) return { bytes, policy: {} };
  const nonce = randomBytes(16).toString('base64url');
  const policy = PAGE_HEADERS['Content-Security-Policy']?.replace(
    "style-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
  );
  return {
    bytes: encodeUtf8(text.replaceAll(NONCE_MARK, nonce)),
    policy: policy ? { 'Content-Security-Policy': policy } : {},
  };
}
