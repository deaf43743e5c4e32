import type { Translate } from '../language/translator';

/** Names for the usual channels, formats and departments, in the order of `suggestions` in shared/language. */
const CHANNELS = [
  'website',
  'online-shop',
  'mobile-app',
  'e-mail',
  'search-engine',
  'search-ads',
  'social-media',
  'online-advertising',
  'marketplace',
  'product-catalogue',
  'point-of-sale',
  'sales-representative',
  'phone',
  'call-centre',
  'chat',
  'chatbot',
  'messaging',
  'post',
  'event',
  'podcast',
  'review-site',
  'directory',
  'referral',
  'payment-portal',
  'billing',
  'self-service',
  'help-centre',
  'print',
  'billboard',
  'radio-and-tv',
] as const;

const FORMATS = [
  'blog',
  'e-mail',
  'guide',
  'podcast',
  'webinar',
  'social-post',
  'newsletter',
  'e-book',
  'report',
  'video',
  'tool',
] as const;

const DEPARTMENTS = [
  'marketing',
  'sales',
  'e-commerce',
  'product',
  'customer-service',
  'customer-success',
  'operations',
  'logistics',
  'finance',
  'it',
  'management',
] as const;

const WORDS = { channels: CHANNELS, formats: FORMATS, departments: DEPARTMENTS } as const;

type WordList = keyof typeof WORDS;
export type Word<List extends WordList> = (typeof WORDS)[List][number];

/** A usual word in a language, as the inspector offers it: `E-mail`, `Correo electrónico`. */
export function usualWord<List extends WordList>(list: List, word: Word<List>, t: Translate): string {
  const at = (WORDS[list] as readonly string[]).indexOf(word);
  return t(`suggestions.${list}`).split(',')[at]?.trim() ?? '';
}
