import { z } from 'zod';
import type { Language, MunicipalityFile } from '../../municipality/schema';
import { looksLikeCpr } from '../../privacy/cpr';
import {
  closedDaysIn,
  closedDaysText,
  holidaysIn,
  holidaysText,
  hoursIn,
  hoursText,
  linesIn,
  localizedIn,
  localizedLines,
  localizedText,
  type Read,
} from './notation';
import { type Topic, type Value, valueIn } from './topic';

/** What stands in a form's fields, by their ids. */
export type Typed = Readonly<Record<string, string>>;

export type FaultKind =
  | 'missing'
  | 'telephone'
  | 'mail'
  | 'address'
  | 'hours'
  | 'closed-day'
  | 'holiday'
  | 'cpr';
/** Why a field isn't taken; `line` is the line that can't be read. */
export type TypedFault = { readonly kind: FaultKind; readonly line?: string };
export type TypedFaults = Readonly<Record<string, TypedFault>>;

export type Parsed =
  | { readonly kind: 'value'; readonly is: Value['is'] }
  | { readonly kind: 'faults'; readonly faults: TypedFaults };

/** So much fits a field: two hundred schools. A form carries it a few times and stays below Teams' limit. */
export const fieldLimit = 3_000;

const nameField = (groupId: string): string => `name-${groupId}`;

/** The topic as it stands in the fields of its form; `parseTyped` reads it back. */
export const typedOf = (file: MunicipalityFile, topic: Topic, language: Language): Typed => {
  const value = valueIn(file, topic);
  switch (value.topic) {
    case 'report-form': {
      const { url = '', places } = value.is;
      return { url, places: places.map(localizedText).join('\n') };
    }
    case 'school-holidays':
      return { days: holidaysText(value.is, language) };
    case 'closed-days':
      return { days: closedDaysText(value.is) };
    case 'group-names':
      return Object.fromEntries(
        Object.entries(value.is).map(([groupId, name]) => [nameField(groupId), localizedText(name)]),
      );
    case 'own-names':
      return { names: value.is.join('\n') };
    case 'safe-mail':
      return { da: value.is.da, en: value.is.en };
    case 'unsaid': {
      const { topics, ask, duty } = value.is;
      const texts = { askDa: ask.da, askEn: ask.en, dutyDa: duty.da, dutyEn: duty.en };
      return { topics: topics.map(localizedText).join('\n'), ...texts };
    }
    default: {
      const { telephone = '', mail = '', openingHours } = value.is;
      return { telephone, mail, hours: hoursText(openingHours, language) };
    }
  }
};

/** The fields of a topic as a click brought them, whatever it brought. */
export const typedIn = (raw: unknown, fields: readonly string[]): Typed => {
  const given = z.record(z.string(), z.unknown()).safeParse(raw).data ?? {};
  return Object.fromEntries(
    fields.map((field) => {
      const typed = Object.hasOwn(given, field) ? given[field] : '';
      return [field, typeof typed === 'string' ? typed.slice(0, fieldLimit) : ''];
    }),
  );
};

/** Eight digits in twos, or a short number, however it was typed; '' for nothing, `undefined` for anything else. */
const telephoneIn = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s.-]/g, '').replace(/^(?:\+|00)45(?=\d{8}$)/, '');
  if (digits === '' || /^\d{3}$/.test(digits)) return digits;
  return /^\d{8}$/.test(digits) ? digits.replace(/(\d{2})(?=\d)/g, '$1 ') : undefined;
};

/** Collects what the fields hold, with everything that is wrong. */
const reader = (typed: Typed) => {
  const faults: Record<string, TypedFault> = {};
  const at = (field: string): string => (typed[field] ?? '').trim();
  const fail = (field: string, kind: FaultKind, line?: string): void => {
    faults[field] = { kind, ...(line !== undefined && { line }) };
  };
  const valid = (field: string, kind: FaultKind, schema: z.ZodType<string>): string => {
    if (at(field) !== '' && !schema.safeParse(at(field)).success) fail(field, kind);
    return at(field);
  };
  const words = (field: string): string => {
    if (at(field) === '') fail(field, 'missing');
    else if (looksLikeCpr(at(field))) fail(field, 'cpr');
    return at(field);
  };
  const read = <Value>(field: string, kind: FaultKind, lines: Read<Value>, empty: Value): Value => {
    if (lines.kind === 'read') return lines.value;
    fail(field, kind, lines.line);
    return empty;
  };
  return { faults, at, fail, valid, words, read };
};

const read = (file: MunicipalityFile, topic: Topic, of: ReturnType<typeof reader>): Value['is'] => {
  const { at, fail, valid, words } = of;
  switch (topic) {
    case 'report-form': {
      const url = valid('url', 'address', z.url({ protocol: /^https$/ }));
      return { ...(url && { url }), places: [...localizedLines(words('places'))] };
    }
    case 'school-holidays':
      return [...of.read('days', 'holiday', holidaysIn(at('days')), [])];
    case 'closed-days':
      return [...of.read('days', 'closed-day', closedDaysIn(at('days')), [])];
    case 'group-names':
      return Object.fromEntries(file.groups.map(({ id }) => [id, localizedIn(words(nameField(id)))]));
    case 'own-names':
      return linesIn(at('names')).filter((name, index, all) => all.indexOf(name) === index);
    case 'safe-mail':
      return { da: words('da'), en: words('en') };
    case 'unsaid':
      return {
        topics: [...localizedLines(words('topics'))],
        ask: { da: words('askDa'), en: words('askEn') },
        duty: { da: words('dutyDa'), en: words('dutyEn') },
      };
    default: {
      const telephone = telephoneIn(at('telephone'));
      if (telephone === undefined) fail('telephone', 'telephone');
      const mail = valid('mail', 'mail', z.email());
      const openingHours = of.read('hours', 'hours', hoursIn(at('hours')), undefined);
      return {
        ...(telephone && { telephone }),
        ...(mail && { mail }),
        ...(openingHours && { openingHours }),
      };
    }
  }
};

/** Reads a filled-in form; whether the value goes with the rest of the file is for the file's proof to say. */
export const parseTyped = (file: MunicipalityFile, topic: Topic, typed: Typed): Parsed => {
  const of = reader(typed);
  const is = read(file, topic, of);
  return Object.keys(of.faults).length > 0 ? { kind: 'faults', faults: of.faults } : { kind: 'value', is };
};
