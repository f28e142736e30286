import fc from 'fast-check';
import { type Agenda, type Decision, newAgenda } from '../../../src/meetings/model/agenda';
import { carriedOf, takeCarried } from '../../../src/meetings/model/outcomes';
import { itemsOf } from './agendas';
import { decide, forCoordinators, meeting, type Step, steps } from './any-steps';

const caseKeys = [
  'author',
  'carried',
  'changed',
  'functionId',
  'handedInAt',
  'id',
  'kind',
  'late',
  'minutes',
  'outcome',
];
const caseOutcomeJson = ['{"kind":"discussed"}', '{"kind":"continues"}', '{"kind":"closed"}'];

const expectSound = (agenda: Agenda): void => {
  const items = itemsOf(agenda);
  const known = [
    ...items,
    ...('refused' in agenda ? agenda.refused : []),
    ...('withdrawn' in agenda ? agenda.withdrawn.map((id) => ({ id })) : []),
  ];
  expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
  for (const item of items) {
    expect(item.minutes).toBeGreaterThanOrEqual(1);
    if (item.kind !== 'single-case') continue;
    expect(caseKeys).toEqual(expect.arrayContaining(Object.keys(item)));
    if ('outcome' in item) expect(caseOutcomeJson).toContain(JSON.stringify(item.outcome));
  }
};

const textOf = (agenda: Agenda, id: string): string =>
  JSON.stringify(itemsOf(agenda).find((item) => item.id === id) ?? {});

/** States go one way; only a put-off deadline opens a closed or held agenda again. */
const ways = [
  'open>open',
  'open>closed',
  'open>published',
  'closed>closed',
  'closed>published',
  'closed>open',
  'published>published',
  'open>held',
  'closed>held',
  'held>published',
  'held>closed',
  'held>open',
  'published>held',
  'held>held',
];

describe('agenda', () => {
  test('any sequence of decisions > single cases have no text, ids are unique, gone text is nowhere, roles and states hold', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, (sequence) => {
        let agenda: Agenda = newAgenda(12 * 60_000, []);
        let now = 0;
        const gone: string[] = [];
        sequence.forEach((step, at) => {
          now += step.minutesLater * 60_000;
          const before = JSON.stringify(agenda);
          const words = `words-${at}-`;
          const decision: Decision = decide[step.what](agenda, { ...step, now, words });
          expect(JSON.stringify(agenda)).toBe(before);
          if (decision.kind === 'refused') return;
          const next = decision.agenda;
          const isOwn = itemsOf(agenda).some(
            (item) => item.id === step.id && item.author === step.by.personId,
          );
          if (JSON.stringify(next) !== before) {
            seen.add(step.what);
            if (forCoordinators.includes(step.what)) expect(step.by.isCoordinator).toBe(true);
            if (step.what === 'edit' || step.what === 'withdraw')
              expect(isOwn && agenda.state === 'open').toBe(true);
            if (next.state !== 'erased') expect(ways).toContain(`${agenda.state}>${next.state}`);
          }
          if (
            ['withdraw', 'removeText', 'refuse', 'refuseWordless', 'edit', 'dropStanding'].includes(step.what)
          ) {
            const old = textOf(agenda, step.id).match(/words-\d+-/g) ?? [];
            gone.push(...old);
          }
          agenda = next;
          const json = JSON.stringify(agenda);
          for (const text of gone) expect(json).not.toContain(text);
          if (agenda.state === 'erased') expect(Object.keys(agenda).sort()).toEqual(['erasedAt', 'state']);
          expectSound(agenda);
        });
      }),
      { numRuns: 1000, seed: 20270112 },
    );
    // Every decision did something at least once, so that the rules above were put to the test.
    expect([...seen].sort()).toEqual(Object.keys(decide).sort());
  });

  test('what is carried > is on the next agenda once, and counted', () => {
    let moved = 0;
    let counted = 0;
    fc.assert(
      fc.property(steps, steps, (first, second) => {
        const run = (start: Agenda, sequence: readonly Step[], from: number): Agenda =>
          sequence.reduce((agenda, step, at) => {
            const told = { ...step, now: from + at * 60_000, words: `words-${from + at}-` };
            const decision = decide[step.what](agenda, told);
            return decision.kind === 'changed' ? decision.agenda : agenda;
          }, start);
        const held = run(newAgenda(5 * 60_000, []), [...first, ...meeting], 0);
        const carried = carriedOf(held);
        moved += carried.length;
        const next = run(newAgenda(99 * 60_000, carried), second, 60 * 60_000);
        const again = takeCarried(next, carried, 70 * 60_000);
        if (again.kind === 'changed') expect(again.agenda).toEqual(next);
        expectSound(next);
        for (const item of carried) {
          expect(item).not.toHaveProperty('outcome');
          expect(item).not.toHaveProperty('late');
          const before = itemsOf(held).find(({ id }) => id === item.id);
          const times = before && 'outcome' in before && isOn(before) ? 1 : 0;
          counted += times;
          expect(item.carried - (item.kind === 'standing' && times === 0 ? 0 : (before?.carried ?? 0))).toBe(
            times,
          );
        }
      }),
      { numRuns: 500, seed: 20270226 },
    );
    expect(moved).toBeGreaterThan(100);
    expect(counted).toBeGreaterThan(50);
  });
});

const isOn = ({ outcome }: { readonly outcome?: unknown }): boolean =>
  JSON.stringify(outcome) === '{"kind":"carried"}' || JSON.stringify(outcome) === '{"kind":"continues"}';
