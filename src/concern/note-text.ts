import { contactLinks, contactOf } from './contact';
import type { ResultView } from './result-view';
import type { RouteNote } from './route';

/** A note with its unit's contact and who vouches for it, where there is one. */
export const noteText = ({ text, unit }: RouteNote, view: ResultView): string => {
  if (unit === undefined) return text[view.language];
  const contact = contactOf(unit, view);
  const links = contactLinks(contact);
  return links === '' ? text[view.language] : `${text[view.language]} ${links}. ${contact.origin}`;
};
