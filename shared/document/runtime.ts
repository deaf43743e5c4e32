/**
 * Globals that every runtime of ours has (Node, Electron, browsers) but that the `es2023` library does not describe.
 * shared/ is compiled without DOM and Node types, so that it can't reach for anything else.
 */
export interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
}

declare const TextDecoder: new (encoding: string, options: { fatal: boolean; ignoreBOM?: boolean }) => Utf8Decoder;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Decodes bytes; throws a TypeError where they are not valid in that encoding. A byte-order mark is dropped. */
export function decode(bytes: Uint8Array, encoding = 'utf-8'): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
