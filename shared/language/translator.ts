import i18next from 'i18next';
import { en } from './en/texts';
import { es } from './es/texts';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Dotted paths of all texts. Plural forms (`_one`, `_many`, `_other`) are one text, named without the ending. */
type Leaves<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Plural<Key> : `${Key}.${Leaves<T[Key]>}`;
}[keyof T & string];
type Plural<Key extends string> = Key extends `${infer Base}_${'one' | 'many' | 'other'}` ? Base : Key;

export type TextKey = Leaves<typeof en>;

/** Gives the text of a key; `{{name}}` in it takes `values.name`; `values.count` chooses the plural form. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

const instance = i18next.createInstance();
instance.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, es: { translation: es } },
  // The texts go to React, the display list and terminals; each escapes for itself.
  interpolation: { escapeValue: false },
  initAsync: false,
  // A text may be empty: a blank map has no stages.
  returnEmptyString: true,
});

const translators = Object.fromEntries(
  LANGUAGES.map((language) => [language, instance.getFixedT(language) as unknown as Translate]),
) as Record<Language, Translate>;

/** The texts of a language; always the same function, since numbers over a map ask for it hundreds of times. */
export const createTranslator = (language: Language): Translate => translators[language];

/** The language to use for a BCP 47 tag: Spanish for any Spanish, English for everything else. */
export function languageFor(tag: string): Language {
  return /^es\b/i.test(tag) ? 'es' : 'en';
}
