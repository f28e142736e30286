/** The four questions, in the order in which they are asked, each with every answer that it can have. */
export const questions = {
  urgency: ['danger', 'urgent', 'ordinary'],
  subject: ['young-person', 'general', 'returned', 'departure', 'released', 'sparring', 'ssp-nu', 'teaching'],
  age: ['under-18', 'adult', 'adult-with-children', 'unknown'],
  workplace: [
    'school',
    'operating-site',
    'children-and-prevention',
    'family-centre',
    'staff-unit',
    'police',
    'other',
  ],
} as const;

/** What a rule may ask beside the answers: whether the first unit can be expected to answer, and what the municipality has filled in. */
export const circumstances = {
  hours: ['inside-or-unknown', 'probably-nobody', 'outside'],
  outOfHoursDuty: ['configured', 'none'],
  centreTelephone: ['configured', 'none'],
} as const;

export type Question = keyof typeof questions;
export type Choice<Q extends Question = Question> = (typeof questions)[Q][number];
export type Answers = { readonly [Q in Question]?: Choice<Q> };
export type Circumstances = { readonly [C in keyof typeof circumstances]: (typeof circumstances)[C][number] };
/** One complete situation: every answer given and every circumstance known. */
export type Facts = Required<Answers> & Circumstances;

export const questionOrder = Object.keys(questions) as readonly Question[];

const needsTime: readonly string[] = ['ssp-nu', 'teaching'] satisfies readonly Choice<'subject'>[];
type UrgencyAndSubject = { readonly urgency?: string; readonly subject?: string };

/** False for a subject that nobody plans in danger: a lesson, or a case for the weekly meeting. */
export const fitTogether = ({ urgency, subject }: UrgencyAndSubject): boolean =>
  urgency !== 'danger' || subject === undefined || !needsTime.includes(subject);

/** Every complete combination of answers that can be given. */
export const everyCombination: readonly Required<Answers>[] = questions.urgency.flatMap((urgency) =>
  questions.subject.flatMap((subject) =>
    questions.age.flatMap((age) =>
      questions.workplace
        .map((workplace) => ({ urgency, subject, age, workplace }))
        .filter((answers) => fitTogether(answers)),
    ),
  ),
);

/** Every combination of circumstances, the municipality's own among them. */
export const everyCircumstance: readonly Circumstances[] = circumstances.hours.flatMap((hours) =>
  circumstances.outOfHoursDuty.flatMap((outOfHoursDuty) =>
    circumstances.centreTelephone.map((centreTelephone) => ({ hours, outOfHoursDuty, centreTelephone })),
  ),
);

const personSubjects: readonly Choice<'subject'>[] = [
  'young-person',
  'returned',
  'departure',
  'released',
  'sparring',
  'ssp-nu',
];

/** True when a person is meant who is, may be, or lives with somebody under 18: then the duty always stands. */
export const concernsMinor = ({ subject, age }: Pick<Facts, 'subject' | 'age'>): boolean =>
  personSubjects.includes(subject) && age !== 'adult';

export const unitIds = [
  'emergency',
  'police',
  'out-of-hours',
  'family-centre',
  'staff-unit',
  'children-and-prevention',
  'infohus',
  'ssp-nu',
] as const;
export type UnitId = (typeof unitIds)[number];
