import { createTranslator, type Language, type Translate } from '../../shared/language/translator';
import { editor, useEditor } from './editor';
import { languageOf } from './picture';

const translators: Record<Language, Translate> = { en: createTranslator('en'), es: createTranslator('es') };

/** The language of the program in this window. */
export function useLanguage(): Language {
  return useEditor(languageOf);
}

/** The texts of the program in its language; the same function until the language changes. */
export function useTexts(): Translate {
  return translators[useLanguage()];
}

/** For code that runs on an event, outside of rendering. */
export const texts = (): Translate => translators[languageOf(editor.getState())];
