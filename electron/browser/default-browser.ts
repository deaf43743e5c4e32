import { spawn } from 'node:child_process';

/** Opens an address in the user's browser. Answers whether there is a desktop to open it on. */
export function openInBrowser(address: string, environment: NodeJS.ProcessEnv, platform = process.platform): boolean {
  const opener = openerFor(platform, environment);
  if (!opener) return false;
  const [command, ...before] = opener;
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  // Without such a program the printed address is what the user has.
  child.on('error', () => undefined);
  child.unref();
  return true;
}

/** The program that hands an address to the user's browser; null where nobody could see it. */
export function openerFor(platform: string, environment: NodeJS.ProcessEnv): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
