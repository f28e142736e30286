import type { Language } from '../municipality/schema';
import { daPages } from './da-pages';
import { enPages } from './en-pages';

/** Every word of the pages that somebody may read without Teams. */
export const pageTexts: Readonly<Record<Language, typeof daPages>> = { da: daPages, en: enPages };
