import type { UnitId } from '../../municipality/facts';
import type { Localized, MunicipalityFile, OpeningHours } from '../../municipality/schema';

/** The units whose contact the municipality itself knows; the national ones are in the file alone. */
export const unitTopics = [
  'staff-unit',
  'family-centre',
  'children-and-prevention',
  'infohus',
  'ssp-nu',
  'out-of-hours',
] as const satisfies readonly UnitId[];
export type UnitTopic = (typeof unitTopics)[number];

/** What can be corrected by card, in the order in which it is listed: each is confirmed and changed as a whole. */
export const topics = [
  ...unitTopics,
  'report-form',
  'school-holidays',
  'closed-days',
  'group-names',
  'own-names',
  'safe-mail',
  'unsaid',
] as const;
export type Topic = (typeof topics)[number];

export const isUnitTopic = (topic: Topic): topic is UnitTopic => unitTopics.some((each) => each === topic);

export type Contact = {
  readonly telephone?: string | undefined;
  readonly mail?: string | undefined;
  readonly openingHours?: OpeningHours | undefined;
};

/** What a topic is about: a part of the municipality's file. */
export type Value =
  | { readonly topic: UnitTopic; readonly is: Contact }
  | { readonly topic: 'report-form'; readonly is: Pick<MunicipalityFile['reportForm'], 'url' | 'places'> }
  | { readonly topic: 'school-holidays'; readonly is: MunicipalityFile['schoolHolidays'] }
  | { readonly topic: 'closed-days'; readonly is: MunicipalityFile['closedDays'] }
  | { readonly topic: 'group-names'; readonly is: Readonly<Record<string, Localized>> }
  | { readonly topic: 'own-names'; readonly is: MunicipalityFile['ownNames'] }
  | { readonly topic: 'safe-mail'; readonly is: Localized }
  | { readonly topic: 'unsaid'; readonly is: MunicipalityFile['unsaid'] };

/** The topic as the file has it. */
export const valueIn = (file: MunicipalityFile, topic: Topic): Value => {
  switch (topic) {
    case 'report-form': {
      const { url, places } = file.reportForm;
      return { topic, is: { ...(url && { url }), places } };
    }
    case 'school-holidays':
      return { topic, is: file.schoolHolidays };
    case 'closed-days':
      return { topic, is: file.closedDays };
    case 'group-names':
      return { topic, is: Object.fromEntries(file.groups.map(({ id, name }) => [id, name])) };
    case 'own-names':
      return { topic, is: file.ownNames };
    case 'safe-mail':
      return { topic, is: file.safeMail };
    case 'unsaid':
      return { topic, is: file.unsaid };
    default: {
      const { telephone, mail, openingHours } = file.units[topic] ?? {};
      return {
        topic,
        is: { ...(telephone && { telephone }), ...(mail && { mail }), ...(openingHours && { openingHours }) },
      };
    }
  }
};

/** The same as text, alike for what is alike. */
export const textIn = (file: MunicipalityFile, topic: Topic): string =>
  JSON.stringify(valueIn(file, topic).is);

/** When the municipality last vouched for it, where the file has a place for that. */
export const confirmedOnIn = ({ units, reportForm }: MunicipalityFile, topic: Topic): string | undefined => {
  if (topic === 'report-form') return reportForm.confirmedOn;
  return isUnitTopic(topic) ? units[topic]?.confirmedOn : undefined;
};

/** What the out-of-hours duty is called where the file has none. */
const dutyName: Localized = { da: 'Vagten uden for åbningstid', en: 'The out-of-hours duty' };

const unitWith = (file: MunicipalityFile, topic: UnitTopic, contact: unknown, confirmedOn?: string) => {
  const {
    telephone: _t,
    mail: _m,
    openingHours: _h,
    confirmedOn: _c,
    ...known
  } = file.units[topic] ?? {
    name: dutyName,
  };
  const given = typeof contact === 'object' && contact !== null ? contact : {};
  // A duty that can't be reached is none, and the answers lead past it.
  if (topic === 'out-of-hours' && Object.keys(given).length === 0) return undefined;
  return { ...known, ...given, ...(confirmedOn && { confirmedOn }) };
};

/** The file's content with another value for the topic. Unproved: whatever comes of it must pass the file's own proof. */
export const withValue = (
  file: MunicipalityFile,
  topic: Topic,
  { is, confirmedOn }: { readonly is: unknown; readonly confirmedOn?: string | undefined },
): unknown => {
  switch (topic) {
    case 'report-form': {
      const { url: _u, places: _p, confirmedOn: _c, ...known } = file.reportForm;
      const given = typeof is === 'object' && is !== null ? is : {};
      return { ...file, reportForm: { ...known, ...given, ...(confirmedOn && { confirmedOn }) } };
    }
    case 'school-holidays':
      return { ...file, schoolHolidays: is };
    case 'closed-days':
      return { ...file, closedDays: is };
    case 'group-names': {
      const names = new Map(Object.entries(typeof is === 'object' && is !== null ? is : {}));
      const groups = file.groups.map((group) => ({ ...group, name: names.get(group.id) ?? group.name }));
      return { ...file, groups };
    }
    case 'own-names':
      return { ...file, ownNames: is };
    case 'safe-mail':
      return { ...file, safeMail: is };
    case 'unsaid':
      return { ...file, unsaid: is };
    default:
      return { ...file, units: { ...file.units, [topic]: unitWith(file, topic, is, confirmedOn) } };
  }
};
