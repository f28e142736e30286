import { sentCard, sentRows } from '../../src/meetings/sent-card';
import { factsOf } from '../../src/meetings/view';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { OutboxEntry, OutboxState } from '../../src/storage/contract';
import { meetingTexts } from '../../src/text/meetings';
import { groupId, people } from './desk';

const facts = factsOf(loadMunicipality(ishojFile), groupId);
if (facts === undefined) throw new Error('no such group');
const dueAt = Date.parse('2027-01-11T10:00:00+01:00');

const entry = (kind: string, state: OutboxState, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: `${groupId}/2027-01-12/${kind}/r0/${more.to ?? ''}`,
  kind,
  groupId,
  subject: `${groupId}/2027-01-12`,
  revision: 0,
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
const linesOf = (rows: readonly OutboxEntry[], language: 'da' | 'en'): readonly string[] => {
  const json = JSON.stringify(sentCard({ language, facts }, rows));
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
    expect(lines.map((line) => line.split(': ').at(-1))).toEqual(
      states.map((state) => text.sent.states[state]),
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
      text.sent.privately(text.kinds['day-before'], 2),
      text.sent.privately(text.kinds['day-before'], 1),
    ]);
    const json = JSON.stringify(sentCard({ language, facts }, rows));
    for (const person of [member, guest, deputy]) expect(json).not.toContain(person);
  });

  test('more rows than fit > says so', () => {
    const rows = Array.from({ length: sentRows + 1 }, (_, at) =>
      entry('day-before', 'sent', { id: `row-${at}` }),
    );
    expect(linesOf(rows, language)).toHaveLength(sentRows);
    expect(JSON.stringify(sentCard({ language, facts }, rows))).toContain(text.sent.more);
  });
});
