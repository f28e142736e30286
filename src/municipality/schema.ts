import { z } from 'zod';
import { circumstances, questions, unitIds } from './facts';

const sentence = z.string().trim().min(1);
const localized = z.strictObject({ da: sentence, en: sentence });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** A sentence with where it rests: the plan's own words in one of its sections, or nothing in the plan. */
const line = z.discriminatedUnion('notFromPlan', [
  z.strictObject({
    da: sentence,
    en: sentence,
    section: id,
    quote: sentence,
    notFromPlan: z.undefined().optional(),
  }),
  z.strictObject({ da: sentence, en: sentence, notFromPlan: z.literal(true) }),
]);
const calendarDate = z.iso.date();
const telephone = z.string().regex(/^(\d{2} ){3}\d{2}$|^\d{3}$/, 'write it as "43 57 75 78" or "112"');
const webAddress = z.url({ protocol: /^https$/ });

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write it as "09:00"');
const openSpans = z
  .array(
    z
      .strictObject({ from: wallTime, to: wallTime })
      .refine(({ from, to }) => from < to, 'must begin before it ends'),
  )
  .min(1);
/** A day of every year, as `12-24`; 2024 had them all. */
const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'write it as "12-24"')
  .refine((day) => z.iso.date().safeParse(`2024-${day}`).success, 'is no day of the year');
/** Opening hours in Europe/Copenhagen wall time; a weekday that is left out is closed. */
const openingHours = z.strictObject({
  weekdays: z.strictObject({
    monday: openSpans.optional(),
    tuesday: openSpans.optional(),
    wednesday: openSpans.optional(),
    thursday: openSpans.optional(),
    friday: openSpans.optional(),
    saturday: openSpans.optional(),
    sunday: openSpans.optional(),
  }),
  closedOn: z.array(z.union([calendarDate, dayOfYear])).default([]),
});

/** A unit with what is known of how to reach it. `through` says whom to go by where no contact is given. */
const unit = z.strictObject({
  name: localized,
  /** What the unit is called on a button, where its full name doesn't fit. */
  shortName: localized.optional(),
  national: z.literal(true).optional(),
  mail: z.email().optional(),
  telephone: telephone.optional(),
  through: line.optional(),
  openingHours: openingHours.optional(),
  confirmedOn: calendarDate.optional(),
});

const reportForm = z.strictObject({
  name: localized,
  url: webAddress.optional(),
  places: z.array(localized).min(1),
  confirmedOn: calendarDate.optional(),
});

const step = z.strictObject({
  unit: z.enum(unitIds),
  title: line,
  lines: z.array(line),
  /** How the step is taken, the preferred way first; empty where nobody is contacted, as in the reader's own unit. */
  by: z.array(z.enum(['telephone', 'mail', 'form'])),
  prepare: z.array(localized).default([]),
});

const duty = z.strictObject({ title: line, lines: z.array(line).min(1) });
const noted = { text: line, unit: z.enum(unitIds).optional() };
const note = z.discriminatedUnion('kind', [
  /** Above the first step; among what is good to know; in what happens next. */
  z.strictObject({ kind: z.enum(['top', 'notice', 'next']), ...noted }),
  /** A line of the route's last step to the unit `at`; one that leads stands before the step's own lines. */
  z.strictObject({
    kind: z.literal('step'),
    at: z.enum(unitIds),
    leads: z.literal(true).optional(),
    ...noted,
  }),
]);
const ask = z.strictObject({
  question: localized,
  button: localized,
  set: z.union([
    z.strictObject({ subject: z.enum(questions.subject) }),
    z.strictObject({ age: z.enum(questions.age) }),
  ]),
});

const condition = z.strictObject({
  urgency: z.array(z.enum(questions.urgency)).min(1).optional(),
  subject: z.array(z.enum(questions.subject)).min(1).optional(),
  age: z.array(z.enum(questions.age)).min(1).optional(),
  workplace: z.array(z.enum(questions.workplace)).min(1).optional(),
  hours: z.array(z.enum(circumstances.hours)).min(1).optional(),
  outOfHoursDuty: z.array(z.enum(circumstances.outOfHoursDuty)).min(1).optional(),
  centreTelephone: z.array(z.enum(circumstances.centreTelephone)).min(1).optional(),
});

/** One row of the decision table: when any alternative holds, the entry is collected at its place in the order. */
const rule = z.strictObject({
  order: z.int().positive(),
  collect: z.enum(['duty', 'step', 'note', 'ask']),
  entry: id,
  when: z.array(condition).min(1),
});

const signs = z.strictObject({
  warning: line,
  lead: line,
  groups: z.array(z.strictObject({ title: localized, signs: z.array(line).min(1) })).min(1),
  guidance: line,
});

/** What the plan is silent on and everybody asks; no law that the municipality hasn't approved. */
const unsaid = z.strictObject({
  topics: z.array(localized).min(1),
  /** Whom to ask; the contact of the reader's own route follows it. */
  ask: localized,
  /** Said beside a duty. */
  duty: localized,
});

const group = z.strictObject({
  id,
  kind: z.enum(['ssp-network', 'ssp-nu']),
  name: localized,
  /** Ids of the file's `functions`. */
  functions: z.array(id).min(1),
});

const holidayRun = z
  .strictObject({ from: calendarDate, to: calendarDate, name: localized })
  .refine(({ from, to }) => from <= to, 'it ends before it begins');
const closedDay = z.strictObject({ on: z.union([calendarDate, dayOfYear]), name: localized });

const whoIsWho = z.array(
  z.strictObject({
    name: localized,
    lines: z.array(line).min(1),
    unit: z.enum(unitIds).optional(),
  }),
);

/** The shape of a municipality's file: one action plan as data. References are proved in `load.ts`. */
export const municipalitySchema = z.strictObject({
  /** Where an editor finds docs/municipality.schema.json; read by nobody else. */
  $schema: z.string().optional(),
  id,
  name: localized,
  language: z.enum(['da', 'en']),
  plan: z.strictObject({ title: localized, sections: z.record(id, localized) }),
  units: z.strictObject({
    emergency: unit,
    police: unit,
    'out-of-hours': unit.optional(),
    'family-centre': unit,
    'staff-unit': unit,
    'children-and-prevention': unit,
    infohus: unit,
    'ssp-nu': unit,
  }),
  reportForm,
  duties: z.record(id, duty),
  steps: z.record(id, step),
  notes: z.record(id, note),
  asks: z.record(id, ask),
  rules: z.array(rule).min(1),
  signs,
  whoIsWho,
  unsaid,
  /** What "send it securely" means here. */
  safeMail: localized,
  /** By which examples somebody finds their own workplace. */
  workplaces: z.strictObject(
    Object.fromEntries(questions.workplace.map((place) => [place, localized])) as Record<
      (typeof questions.workplace)[number],
      typeof localized
    >,
  ),
  /** Who can meet in a group, by function; a person's name is never here. */
  functions: z.record(id, localized),
  groups: z.array(group).min(1),
  /** After so many working hours of a unit a request that nobody takes is called to mind, and after as many again. */
  requests: z.strictObject({ remindAfterHours: z.int().min(1).max(40) }).default({ remindAfterHours: 4 }),
  /** What can be requested of Stabsenheden: the curriculum's themes, and the schools and institutions where it has given them. */
  teaching: z
    .strictObject({
      themes: z.array(z.strictObject({ id, name: line })).min(1),
      schools: z.array(sentence).default([]),
    })
    .optional(),
  /** Both days included; empty as long as nobody has filled them in. */
  schoolHolidays: z.array(holidayRun).default([]),
  /** Days that are no public holiday, on which the municipality is closed all the same: `12-24`, or a date of one year. */
  closedDays: z.array(closedDay).default([]),
  /** Schools, districts, places and organisations that could be taken for a person's name. */
  ownNames: z.array(sentence).default([]),
});

/** The file's shape as JSON Schema, for an editor's completion; what only the loader proves isn't in it. */
export const municipalityJsonSchema = (): object =>
  z.toJSONSchema(municipalitySchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'undefined') jsonSchema.not = {};
    },
  });

export type Localized = z.infer<typeof localized>;
export type Language = keyof Localized;
export type Line = z.infer<typeof line>;
export type Step = z.infer<typeof step>;
export type Duty = z.infer<typeof duty>;
export type Note = z.infer<typeof note>;
export type Ask = z.infer<typeof ask>;
export type Condition = z.infer<typeof condition>;
export type Rule = z.infer<typeof rule>;
export type OpeningHours = z.infer<typeof openingHours>;
export type MunicipalityFile = z.infer<typeof municipalitySchema>;
/** The file with every group's functions in the place of their ids. */
export type Municipality = Omit<MunicipalityFile, 'groups' | '$schema'> & {
  readonly groups: readonly (Omit<z.infer<typeof group>, 'functions'> & {
    readonly functions: readonly { readonly id: string; readonly name: Localized }[];
  })[];
};
