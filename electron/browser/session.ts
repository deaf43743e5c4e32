import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the server: whoever opened the start address first. Ends with the process. */
export interface Session {
  /** Stands in the start address; worth one use. */
  readonly token: string;
  /** Gives the value of `Set-Cookie` for the right token, once; null for any other and from then on. */
  redeem(token: string): string | null;
  /** Whether a request's `Cookie` header carries the session. */
  knows(cookies: string | undefined): boolean;
}

/** Browsers share cookies among the ports of an address: the port in the name keeps two servers apart. */
const cookieName = (port: number) => `periplo-${port}`;

export function createSession(port: number): Session {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let isSpent = false;
  return {
    token,
    redeem(given) {
      if (isSpent || !isSame(given, token)) return null;
      isSpent = true;
      return `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
    },
    knows(cookies) {
      const prefix = `${cookieName(port)}=`;
      return (cookies ?? '')
        .split(';')
        .map((cookie) => cookie.trim())
        .some((cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), secret));
    },
  };
}

/** Compares in a time that tells nothing about either text. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
