import { maintainMeeting } from '../../src/meetings/maintenance/maintain';
import type { Meeting } from '../../src/meetings/model/meeting';
import type { Documents } from '../../src/storage/contract';
import { agendaTexts } from '../../src/text/agenda';
import {
  afterDeadline,
  afterMeeting,
  february,
  handInAs,
  itemsAt,
  meetingAt,
  nonces,
  openAgendaDesk,
  parking,
  publish,
  textOf,
  youngPerson,
} from '../agenda/steps';
import { groupId, inPrivate, january, type OpenDesk } from './desk';

const text = agendaTexts.da;
const [first, second] = ['2027-01-12', '2027-02-09'];
const fireworks = { ...parking, nonce: nonces.fireworks, title: 'Fyrværkeri efter nytår' };

const heldDesk = async (): Promise<OpenDesk> => {
  const desk = await openAgendaDesk();
  await handInAs(desk, 'member', parking);
  await handInAs(desk, 'guest', fireworks);
  await handInAs(desk, 'guest', youngPerson);
  await afterDeadline(desk);
  await publish(desk);
  await afterMeeting(desk);
  return desk;
};
const note = (desk: OpenDesk, outcomes: object) =>
  desk.click('agenda.save-outcomes', inPrivate('coordinator'), { ...january, page: 0, ...outcomes });
const carryAll = {
  [`outcome-${nonces.parking}`]: 'carried',
  [`outcome-${nonces.fireworks}`]: 'decided',
  [`decision-${nonces.fireworks}`]: 'Vi gør som sidste år',
  [`outcome-${nonces.young}`]: 'continues',
};
const wake = async (desk: OpenDesk, occurrence: string): Promise<void> => {
  const doc = await desk.meetings.find(`${groupId}/${occurrence}`);
  if (doc !== undefined) await maintainMeeting(desk.ports, doc, desk.time.now.getTime());
};

describe('after the meeting', () => {
  test('what was carried comes first next time, once, with how often', async () => {
    const desk = await heldDesk();
    await handInAs(
      desk,
      'member',
      { ...parking, nonce: 'nonce-new-one', title: 'Nyt punkt' },
      { ...january, occurrence: second },
    );
    const saved = await note(desk, carryAll);
    expect(textOf(saved)).toContain(text.outcomes.carried('onsdag 10. februar'));
    await note(desk, carryAll);
    expect(await itemsAt(desk, second)).toMatchObject([
      { id: nonces.parking, carried: 1, title: parking.title },
      { id: nonces.young, kind: 'single-case', carried: 1 },
      { id: 'nonce-new-one', carried: 0 },
    ]);
    expect((await itemsAt(desk, first)).map(({ outcome }) => outcome?.kind)).toEqual([
      'carried',
      'decided',
      'continues',
    ]);
  });

  test.each([
    [
      'a decision without its line',
      { [`outcome-${nonces.fireworks}`]: 'decided' },
      text.outcomes.withoutDecision,
    ],
    [
      'a line without an outcome',
      { [`decision-${nonces.fireworks}`]: 'Ja tak' },
      text.outcomes.withoutOutcome,
    ],
    [
      'a CPR number',
      { [`outcome-${nonces.fireworks}`]: 'decided', [`decision-${nonces.fireworks}`]: '010111-1118' },
      text.faults.cpr,
    ],
    ['a case’s outcome for a topic', { [`outcome-${nonces.fireworks}`]: 'closed' }, text.faults.unknown],
  ])('%s > is said, and nothing is stored', async (_, outcomes, sentence) => {
    const desk = await heldDesk();
    const before = desk.stored();
    expect(textOf(await note(desk, outcomes))).toContain(sentence);
    expect(desk.stored()).toBe(before);
  });

  test('before the meeting, or when it isn’t held > nothing can be noted', async () => {
    const desk = await openAgendaDesk();
    await handInAs(desk, 'member', parking);
    expect(textOf(await note(desk, carryAll))).toContain(text.refusals['not-begun']);
    await desk.click('meeting.cancel', inPrivate('coordinator'), january);
    expect(textOf(await note(desk, carryAll))).toContain(text.refusals['already-cancelled']);
  });

  test('text that is removed > is gone from the next agenda as well', async () => {
    const desk = await heldDesk();
    await note(desk, carryAll);
    await desk.click('agenda.remove-text', inPrivate('member'), { ...january, itemId: nonces.parking });
    expect(await itemsAt(desk, second)).toMatchObject([
      { id: nonces.parking, title: '' },
      { id: nonces.young },
    ]);
    expect(desk.stored()).not.toContain(parking.title);
  });
});

describe('meeting that isn’t held', () => {
  test.each(['meeting.cancel', 'meeting.skip'])(
    '%s > its items stand on the next agenda, as they were',
    async (verb) => {
      const desk = await openAgendaDesk();
      await handInAs(desk, 'member', parking);
      await desk.click(verb, inPrivate('coordinator'), january);
      expect(await itemsAt(desk, second)).toMatchObject([
        { id: nonces.parking, carried: 0, title: parking.title },
      ]);
    },
  );

  test.each([
    ['after', '2027-03-16'],
    ['before', '2027-03-02'],
  ])('the last one > its items wait until there is another meeting, also one %s its day', async (_, date) => {
    const desk = await openAgendaDesk();
    const march = { ...january, occurrence: '2027-03-09' };
    await handInAs(desk, 'member', parking, march);
    for (const { occurrence } of [january, february, march])
      await desk.click('meeting.cancel', inPrivate('coordinator'), { ...january, occurrence });
    expect((await meetingAt(desk, '2027-03-09')).handedOn).toEqual({ [nonces.parking]: { kind: 'waits' } });
    const extra = { groupId, date, time: '09:00', lengthMinutes: '60', place: 'Rådhuset' };
    await desk.click('meeting.add-extra', inPrivate('coordinator'), extra);
    expect(await itemsAt(desk, `${date}-x1`)).toMatchObject([{ id: nonces.parking, carried: 0 }]);
  });
});

test('standing item of a meeting that is over > comes to the next by itself', async () => {
  const desk = await openAgendaDesk();
  const standing = { ...january, nonce: 'nonce-standing', title: 'Nyt fra gadeplan', minutes: '10' };
  await desk.click('agenda.add-standing', inPrivate('coordinator'), standing);
  await wake(desk, first);
  expect(await itemsAt(desk, second)).toEqual([]);
  await afterMeeting(desk);
  await wake(desk, first);
  await wake(desk, first);
  expect(await itemsAt(desk, second)).toMatchObject([{ id: 'nonce-standing', kind: 'standing' }]);
});

/** Documents that stop for good after so many writes, as a process that is killed. */
const dyingAfter = (writes: number, meetings: Documents<Meeting>): Documents<Meeting> => {
  let left = writes;
  return {
    ...meetings,
    replace: async (...change) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return meetings.replace(...change);
    },
  };
};

test.each([0, 1, 2, 3])(
  'killed after %i writes while items are handed on > each stands there once',
  async (writes) => {
    const desk = await heldDesk();
    const meetings = { ...desk.meetings };
    Object.assign(desk.meetings, dyingAfter(writes, meetings));
    await note(desk, carryAll).catch(() => undefined);
    Object.assign(desk.meetings, meetings);
    if (writes === 0) await note(desk, carryAll);
    for (const { id } of await desk.meetings.due(10)) {
      const doc = await desk.meetings.find(id);
      if (doc !== undefined) await maintainMeeting(desk.ports, doc, desk.time.now.getTime());
    }
    expect((await itemsAt(desk, second)).map(({ id }) => id)).toEqual([nonces.parking, nonces.young]);
    expect((await desk.meetings.due(10)).map(({ id }) => id)).not.toContain(`${groupId}/${first}`);
  },
);
