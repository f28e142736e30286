import { groupVerbs } from '../../src/cards/verbs';
import { createRouter, onClock } from '../../src/chat/router';
import type { Actor } from '../../src/chat/turn';
import { openDesk } from '../meetings/desk';

const actor: Actor = {
  personId: 'a0000000-0000-4000-8000-000000000001',
  scope: 'personal',
  conversationId: 'a:1',
  tenantId: '0a0a0a0a-0000-4000-8000-000000000001',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
};

test('desk on the database’s clock > its handlers get that time, whatever the process’s clock shows', async () => {
  const seen: Date[] = [];
  const desk = createRouter([
    {
      commands: { møder: 'meeting.next' },
      verbs: {
        'meeting.next': async (_, __, now) => {
          seen.push(now);
          return { kind: 'none' };
        },
      },
    },
  ]);
  const databaseTime = Date.parse('2026-12-01T08:00:00Z');
  const onDatabase = onClock(desk, async () => databaseTime);
  const message = { kind: 'message', scope: 'personal', text: 'møder' } as const;
  expect(onDatabase.takes(message)).toBe(true);
  await onDatabase.answer(message, actor, new Date(databaseTime + 3_600_000));
  expect(seen).toEqual([new Date(databaseTime)]);
});

test('every verb of the table > has one handler, and no handler is of another verb', () => {
  const { handlers, slices } = openDesk();
  expect(Object.keys(handlers.verbs).toSorted()).toEqual([...groupVerbs].toSorted());
  expect(slices.flatMap(({ verbs }) => Object.keys(verbs))).toHaveLength(groupVerbs.length);
});
