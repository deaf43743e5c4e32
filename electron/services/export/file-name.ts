/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Bytes of UTF-8, ending included; file systems allow 255, and others add to a name. */
const MOST_BYTES = 180;

/** A file name for a title that every system takes: accents stay, what a system forbids becomes a space. */
export function exportFileName(title: string, ending: string): string {
  const cleaned = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Private_Use}\p{Unassigned}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  let name = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(cleaned)) {
    if (Buffer.byteLength(name + segment) > MOST_BYTES - ending.length - 1) break;
    name += segment;
  }
  name = name.replace(/[\s.]+$/, '');
  if (name === '' || RESERVED.test(name)) name = `map ${name}`.trim();
  return `${name}.${ending}`;
}
