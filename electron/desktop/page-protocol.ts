import type { FileSystem } from '../services/files/file-system';
import { PAGE_HEADERS, readPageFile } from '../services/page-files';
import type { ElectronApi } from './electron-api';
import { isOwnAddress, SCHEME } from './origin';

/** Before the app is ready: makes `app:` a scheme with an origin, so that the same rules hold as on the web. */
export function registerScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page, and nothing else of the disk, under `app://periplo/`. */
export function servePage(protocol: ElectronApi['protocol'], fs: FileSystem, folder: string): void {
  protocol.handle(SCHEME, (request) => pageResponse(fs, folder, request));
}

export async function pageResponse(
  fs: FileSystem,
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status, headers: PAGE_HEADERS });
  if (!isOwnAddress(request.url)) return refuse(403);
  if (request.method !== 'GET') return refuse(405);
  const file = await readPageFile(fs, folder, new URL(request.url).pathname);
  return file ? new Response(new Uint8Array(file.bytes), { headers: file.headers }) : refuse(404);
}
