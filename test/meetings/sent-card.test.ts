import { factsOf } from '../../src/meetings/model/group-facts';
import { sentCard, sentRows } from '../../src/meetings/sent-card';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { OutboxEntry, OutboxState } from '../../src/storage/contract';
import { meetingTexts } from '../../src/text/meetings';
import { groupId, people } from './desk';

const facts = factsOf(loadMunicipality(ishojFile), groupId);
if (facts === undefined) throw new Error('no such group');
const startsAt = new Map([[`${groupId}/2027-01-12`, Date.parse('2027-01-14T10:00:00+01:00')]]);
const dueAt = Date.parse('2027-01-11T10:00:00+01:00');

const entry = (kind: string, state: OutboxState, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: `${groupId}/2027-01-12/${kind}/r0/${more.to ?? ''}`,
  kind,
  groupId,
  subject: `${groupId}/2027-01-12`,
  to: '19:channel@thread.tacv2',
  dueAt,
  usefulUntil: dueAt + 1,
  state,
  attempts: 0,
  ambiguous: 0,
  changedAt: dueAt,
  fence: 0,
  ...more,
});

/** The card's own lines. */
const linesOf = (rows: readonly OutboxEntry[], language: 'da' | 'en', page = 0): readonly string[] => {
  const json = JSON.stringify(sentCard({ language, facts, startsAt }, rows, page));
  return [...json.matchAll(/"text":"(\*\*[^"]+)"/g)].map(([, line = '']) => line);
};

describe.each(['da', 'en'] as const)('what is sent, in %s', (language) => {
  const text = meetingTexts[language];
  const states = Object.keys(text.sent.states) as readonly OutboxState[];

  test('every state has its word', () => {
    const lines = linesOf(
      states.map((state, at) => entry('day-before', state, { id: `row-${at}` })),
      language,
    );
    expect(lines.map((line) => line.split(': ').at(-1)).toSorted()).toEqual(
      states.map((state) => text.sent.states[state]).toSorted(),
    );
    expect(new Set(lines).size).toBe(states.length);
  });

  test.each([
    'meeting-card',
    'agenda-card',
    'change-notice',
    'ask-coordinator',
    'new-guest',
    'channel-gone',
    'coordinators-gone',
    'same-morning',
  ])('a row of kind %s has a name of its own', (kind) => {
    const [line] = linesOf([entry(kind, 'sent')], language);
    expect(line).not.toContain(`**${text.sent.kinds.other}**`);
  });

  test('private rows > are one line a reminder and state, with how many and without whom', () => {
    const { member, guest, deputy } = people;
    const rows = [
      ...[member, guest].map((to) => entry('private-day-before', 'sent', { to })),
      entry('private-day-before', 'failed', { to: deputy }),
    ];
    const lines = linesOf(rows, language);
    expect(lines.map((line) => line.split('**')[1])).toEqual([
      text.sent.privately(text.kinds['day-before'], 1),
      text.sent.privately(text.kinds['day-before'], 2),
    ]);
    const json = JSON.stringify(sentCard({ language, facts, startsAt }, rows));
    for (const person of [member, guest, deputy]) expect(json).not.toContain(person);
  });

  test('what failed comes first, then what waits, then what is done, each by its time', () => {
    const lines = linesOf(
      [
        entry('day-before', 'sent', { id: 'a', dueAt: dueAt - 2 }),
        entry('same-morning', 'planned', { id: 'b', dueAt: dueAt + 1 }),
        entry('day-before', 'planned', { id: 'c' }),
        entry('change-notice', 'failed', { id: 'd', dueAt: dueAt - 1 }),
      ],
      language,
    );
    expect(lines.map((line) => line.split('**')[1])).toEqual([
      text.sent.kinds['change-notice'],
      text.kinds['day-before'],
      text.kinds['same-morning'],
      text.kinds['day-before'],
    ]);
  });

  test('a row about a meeting names the day on which it is held now; one about the group names none', () => {
    const rows = [entry('day-before', 'planned'), entry('new-guest', 'sent', { subject: groupId })];
    const day = language === 'da' ? 'mødet torsdag 14. januar, ' : 'the meeting on Thursday 14 January, ';
    expect(linesOf(rows, language).map((line) => line.includes(day))).toEqual([true, false]);
  });

  test('more rows than fit > fifteen lines a page, and every row is on one of the pages', () => {
    expect(sentRows).toBe(15);
    const rows = Array.from({ length: 2 * sentRows + 1 }, (_, at) =>
      entry('day-before', 'sent', { id: `row-${at}`, dueAt: dueAt + at * 60_000 }),
    );
    const pages = [0, 1, 2].map((page) => linesOf(rows, language, page));
    expect(pages.map(({ length }) => length)).toEqual([sentRows, sentRows, 1]);
    expect(new Set(pages.flat()).size).toBe(rows.length);
    const [first, last] = [0, 2].map((page) =>
      JSON.stringify(sentCard({ language, facts, startsAt }, rows, page)),
    );
    expect(first).toContain(text.sent.rest(sentRows + 1));
    expect(first).toContain('"page":1');
    expect(last).not.toContain(text.sent.later);
  });
});
