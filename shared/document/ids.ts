/** Web Crypto is a global of every runtime we use; shared/ sees no DOM or Node types, so it is named here. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A new record id: 12 characters of [0-9a-z], about 62 random bits. Unique enough for maps merged from many people. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  let id = '';
  for (const byte of bytes) {
    // 252 is the largest multiple of 36 in a byte: dropping the rest keeps every character equally likely.
    if (byte < 252 && id.length < 12) id += ALPHABET[byte % 36];
  }
  return id.length === 12 ? id : createId();
}
