import fc from 'fast-check';
import {
  type Agenda,
  closeAgenda,
  type Decision,
  eraseAgenda,
  moveDeadline,
  publishAgenda,
  type Who,
} from '../../../src/meetings/model/agenda';
import {
  acceptLate,
  addStanding,
  dropStanding,
  refuseItem,
  setMinutes,
} from '../../../src/meetings/model/coordinating';
import { editItem, handIn, removeText, withdrawItem } from '../../../src/meetings/model/handing-in';
import { type Draft, takenItems } from '../../../src/meetings/model/item';
import { orderItems } from '../../../src/meetings/model/ordering';
import { holdAgenda, type Outcome } from '../../../src/meetings/model/outcomes';
import { birgit, deputy, karen, network, omar } from './agendas';

const people: readonly Who[] = [birgit, omar, karen, deputy];
const ids = ['nonce-1', 'nonce-2', 'nonce-3', 'nonce-4'];
const outcomes: readonly Outcome[] = [
  { kind: 'done' },
  { kind: 'carried' },
  { kind: 'decided', decision: 'decided-words' },
  { kind: 'discussed' },
  { kind: 'continues' },
  { kind: 'closed' },
];

export type Step = {
  readonly what: keyof typeof decide;
  readonly by: Who;
  readonly id: string;
  readonly isCase: boolean;
  readonly number: number;
  readonly outcome: Outcome;
  readonly minutesLater: number;
};
/** Every text that is ever handed over is another one, so that it can be looked for. */
type Told = Step & { readonly now: number; readonly words: string };

const draftOf = ({ id, isCase, words, number }: Told): Draft => {
  const minutes = 1 + (number % 60);
  return isCase
    ? { kind: 'single-case', id, functionId: 'ppr', minutes }
    : {
        kind: 'topic',
        topicKind: 'decision',
        id,
        functionId: 'ppr',
        minutes,
        title: words,
        note: `${words}-n`,
      };
};

const takenIds = (agenda: Agenda): readonly string[] =>
  agenda.state === 'erased' ? [] : takenItems(agenda.items).map(({ id }) => id);

/** Every decision of an agenda by its name. */
export const decide = {
  handIn: (agenda: Agenda, step: Told) =>
    handIn(agenda, { by: step.by, draft: draftOf(step), group: network }, step.now),
  edit: (agenda: Agenda, step: Told) =>
    editItem(agenda, { by: step.by, draft: draftOf(step), group: network }, step.now),
  withdraw: (agenda: Agenda, { by, id, now }: Told) => withdrawItem(agenda, { by, id }, now),
  removeText: (agenda: Agenda, { by, id, now }: Told) => removeText(agenda, { by, id }, now),
  acceptLate: (agenda: Agenda, { by, id, now, isCase }: Told) =>
    acceptLate(agenda, { by, id, meeting: isCase ? 'this' : 'next' }, now),
  refuse: (agenda: Agenda, { by, id, now, words }: Told) =>
    refuseItem(agenda, { by, id, reason: words }, now),
  refuseWordless: (agenda: Agenda, { by, id, now }: Told) => refuseItem(agenda, { by, id }, now),
  order: (agenda: Agenda, { by, id, now, number }: Told) =>
    orderItems(agenda, { by, shown: takenIds(agenda), numbers: { [id]: number - 1 } }, now),
  setMinutes: (agenda: Agenda, { by, id, now, number }: Told) =>
    setMinutes(agenda, { by, id, minutes: number }, now),
  addStanding: (agenda: Agenda, { by, id, now, words }: Told) =>
    addStanding(agenda, { by, id, title: words, minutes: 3 }, now),
  dropStanding: (agenda: Agenda, { by, id, now }: Told) => dropStanding(agenda, { by, id }, now),
  close: (agenda: Agenda, { now }: Told) => closeAgenda(agenda, now),
  putOff: (agenda: Agenda, { now, number }: Told) => moveDeadline(agenda, now + (number - 3) * 60_000, now),
  publish: (agenda: Agenda, { by, now }: Told) => publishAgenda(agenda, { by }, now),
  hold: (agenda: Agenda, { by, id, now, outcome }: Told) =>
    holdAgenda(agenda, { by, startsAt: 0, outcomes: { [id]: outcome } }, now),
  erase: (agenda: Agenda, { now }: Told) => eraseAgenda(agenda, now),
} satisfies Record<string, (agenda: Agenda, step: Told) => Decision>;

export const forCoordinators: readonly Step['what'][] = [
  'acceptLate',
  'refuse',
  'refuseWordless',
  'order',
  'setMinutes',
  'addStanding',
  'dropStanding',
  'publish',
  'hold',
];

const usual = Object.keys(decide).filter((what) => what !== 'erase') as Step['what'][];
/** Any sequence of decisions by anybody, with what is usual more often. */
export const steps = fc.array(
  fc.record<Step>({
    what: fc.oneof(
      { arbitrary: fc.constantFrom(...usual), weight: 60 },
      { arbitrary: fc.constant<Step['what']>('handIn'), weight: 30 },
      { arbitrary: fc.constantFrom<Step['what']>('publish', 'hold'), weight: 15 },
      { arbitrary: fc.constant<Step['what']>('erase'), weight: 1 },
    ),
    by: fc.constantFrom(...people),
    id: fc.constantFrom(...ids),
    isCase: fc.boolean(),
    number: fc.integer({ min: 0, max: 9 }),
    outcome: fc.constantFrom(...outcomes),
    minutesLater: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

/** Steps that publish and carry what there is of topics and single cases. */
export const meeting: readonly Step[] = [
  { what: 'publish' as const, id: '', outcome: { kind: 'done' } as const },
  ...ids.flatMap((id) =>
    (['carried', 'continues'] as const).map((kind) => ({ what: 'hold' as const, id, outcome: { kind } })),
  ),
].map((step) => ({ ...step, by: karen, isCase: false, number: 1, minutesLater: 1 }));
