// A step reads a document once: every call of the store that a click costs, through the router as the program composes it.
import { createAgendaHandlers } from '../../src/agenda/handlers';
import { createRouter, onClock } from '../../src/chat/router';
import type { MeetingPorts } from '../../src/meetings/access';
import { withPendingNotices } from '../../src/messages/pending-notices';
import { inPrivate, january, openSetUpDesk, type Person } from '../meetings/desk';
import { afterDeadline, handInAs, parking } from './steps';

type Port = Readonly<Record<string, unknown>>;

/** The same port, with the name of every call that is made of it. */
const counted = <Of extends object>(name: string, port: Of, calls: string[]): Of =>
  Object.fromEntries(
    Object.entries(port as Port).map(([call, run]) => [
      call,
      typeof run === 'function'
        ? (...given: unknown[]) => {
            calls.push(`${name}.${call}`);
            return run(...given);
          }
        : run,
    ]),
  ) as Of;

const openCounted = async () => {
  const desk = await openSetUpDesk();
  const calls: string[] = [];
  const { ports } = desk;
  const watched: MeetingPorts = {
    ...ports,
    groups: counted('groups', ports.groups, calls),
    channels: counted('channels', ports.channels, calls),
    meetings: counted('meetings', ports.meetings, calls),
    notices: counted('notices', ports.notices, calls),
    outbox: counted('outbox', ports.outbox, calls),
  };
  const clock = async () => {
    calls.push('clock');
    return desk.time.now.getTime();
  };
  const router = onClock(withPendingNotices(watched, createRouter([createAgendaHandlers(watched)])), clock);
  const click = (verb: string, person: Person, data: object) => {
    const actor = inPrivate(person);
    const all = { version: 1, language: 'da', ...data };
    return router.answer({ kind: 'click', scope: 'personal', verb, data: all }, actor, desk.time.now);
  };
  return { desk, calls, click };
};

it('handing in an item > costs six calls of the store', async () => {
  const { desk, calls, click } = await openCounted();
  await click('agenda.hand-in', 'member', { ...january, ...parking });
  expect(calls.toSorted()).toEqual([
    'channels.find',
    'clock',
    'groups.find',
    'meetings.find',
    'meetings.replace',
    'notices.find',
  ]);
  expect(JSON.stringify(desk.meetings.all())).toContain(parking.title);
});

it('publishing an agenda whose meeting has a card > costs nine', async () => {
  const { desk, calls, click } = await openCounted();
  await handInAs(desk, 'member', parking);
  const meeting = desk.meetings.all().find(({ body }) => body.occurrence === january.occurrence)!;
  const posted = { ...meeting.body, posts: { meeting: { messageId: 'm-1', outlived: [] } } };
  await desk.meetings.replace(meeting, posted, { groupId: january.groupId, at: posted.startsAt });
  await afterDeadline(desk);
  await click('agenda.publish', 'coordinator', january);
  expect(calls.toSorted()).toEqual([
    'channels.find',
    'clock',
    'groups.find',
    'meetings.find',
    'meetings.replace',
    'meetings.replace',
    'notices.find',
    'outbox.plan',
    'outbox.requeue',
  ]);
  const agenda = desk.meetings.all().find(({ id }) => id === meeting.id)?.body.agenda;
  expect(agenda?.state).toBe('published');
});
