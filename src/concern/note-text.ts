import type { Language, Municipality } from '../municipality/schema';
import { contactLinks, contactOf } from './contact';
import { lineText } from './line-text';
import type { RouteNote } from './route';

type View = { readonly municipality: Municipality; readonly language: Language };

/** A note with its unit's contact, where there is one. */
export const noteText = ({ text, unit }: RouteNote, view: View): string => {
  const links = unit === undefined ? '' : contactLinks(contactOf(unit, view));
  return [lineText(text, view.language), links].filter((part) => part !== '').join(' ');
};
