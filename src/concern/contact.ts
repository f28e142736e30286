import { telephoneLink } from '../cards/telephone';
import type { UnitId } from '../municipality/facts';
import type { Language, Municipality, Step } from '../municipality/schema';
import { texts } from '../text/text';
import { lineText } from './line-text';

type View = { readonly municipality: Municipality; readonly language: Language };

/** A mail link that fills in nothing: neither subject nor text. */
export const mailLink = (mail: string): string => `[${mail}](mailto:${mail})`;

/** How a unit is reached; '' for what isn't known or isn't the way to take. */
export type Contact = {
  readonly telephone: string;
  readonly mail: string;
  /** Whom to go by where the unit has no contact of its own. */
  readonly through: string;
};

/** A contact's telephone and mail as links in one line; '' where there is neither. */
export const contactLinks = ({ telephone, mail }: Contact): string =>
  [telephone && telephoneLink(telephone), mail && mailLink(mail)].filter((link) => link !== '').join(' · ');

/** A unit's contact by the ways that are asked for, all of them unless told. */
export const contactOf = (
  id: UnitId,
  { municipality, language }: View,
  by: Step['by'] = ['telephone', 'mail'],
): Contact => {
  const unit = municipality.units[id];
  const hasNone = unit?.telephone === undefined && unit?.mail === undefined;
  return {
    telephone: by.includes('telephone') ? (unit?.telephone ?? '') : '',
    mail: by.includes('mail') ? (unit?.mail ?? '') : '',
    through: hasNone && unit?.through && by.length > 0 ? lineText(unit.through, language) : '',
  };
};

/** Where the report form is: its address, or else the places that the plan names. */
export type FormPlace = { readonly title: string; readonly url: string; readonly places: readonly string[] };

export const formPlaceOf = ({ municipality, language }: View): FormPlace => {
  const { name, url = '', places } = municipality.reportForm;
  const named = name[language];
  return {
    title: url === '' ? texts[language].result.formPlaces(named) : named,
    url,
    places: url === '' ? places.map((place) => place[language]) : [],
  };
};
