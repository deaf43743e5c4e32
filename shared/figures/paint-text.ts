/**
 * What a painter may draw of a text. Control characters have no shape, and XML can't hold them; half a surrogate pair
 * is no character at all. Tabs and line breaks become spaces: a run of text is one line.
 */
export function printableText(text: string): string {
  if (!UNPRINTABLE.test(text)) return text;
  return text
    .replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .replace(LONE_OR_NO_CHARACTER, '\ufffd');
}

const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u;
const LONE_OR_NO_CHARACTER = /[\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * The address that a link may lead to; null for anything but http, https and mailto, and for addresses with spaces,
 * control characters or quotes in them.
 */
export function linkTarget(url: string): string | null {
  const trimmed = url.trim();
  if (trimmed.length > MOST_LINK_LENGTH || !LINK.test(trimmed)) return null;
  return printableText(trimmed) === trimmed ? trimmed : null;
}

const MOST_LINK_LENGTH = 2048;
const LINK = /^(https?:\/\/|mailto:)[^\s"'<>\\^`{|}]+$/i;
