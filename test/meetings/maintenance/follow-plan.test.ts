import { createTransport } from '../../../src/messages/transport';
import { meetingTexts } from '../../../src/text/meetings';
import { nodesOf } from '../../cards/crawl';
import { cardOf, channelId, filledForm, groupId, inChannel, inPrivate, january, jsonOf, now } from '../desk';
import { type MeetingWorld, openWorld } from '../world';

const text = meetingTexts.da;
const groupName = 'SSP-netværksgruppe 1';
/** The coordinator's form once more, on Mondays; 8 February has no meeting of the old plan. */
const mondays = { ...filledForm, startsOn: '2026-12-30', weekday: '1', groupVersion: 1 };
const item = {
  ...january,
  nonce: 'nonce-parking',
  kind: 'discussion',
  title: 'Uro på torvet',
  note: '',
  minutes: '15',
  functionId: 'school-management',
};

let world: MeetingWorld;
beforeEach(async () => {
  world = await openWorld();
  await world.setUp();
});
afterEach(() => world.remove());

const changeTo = async (form: object) => {
  const answer = await world.click('group.confirm', inChannel('coordinator'), form);
  await world.settle();
  return answer;
};
const callRow = async () => {
  const row = (await world.rows()).find(({ id }) => id.startsWith(`${groupId}/2027-01-12/call-for-items/`));
  if (row === undefined) throw new Error('no such row');
  return row;
};
const told = () => world.teams.messages.filter(({ to }) => to === channelId).map(({ shown }) => shown);
const meetings = async () => {
  const all = await world.ports.meetings.list(groupId, 0, 99);
  return Object.fromEntries(
    all.map(({ body }) => [
      body.occurrence,
      `${new Date(body.startsAt).toISOString()} ${body.place}, ${body.status.kind}`,
    ]),
  );
};

/** What a member sees of the coming meetings. */
const shownDays = async (): Promise<string> =>
  jsonOf(await world.click('meeting.next', inPrivate('member'), { groupId }));

describe('a changed plan', () => {
  test('begins with the form of the one in force, from its next date on', async () => {
    const form = await world.click('group.form', inChannel('coordinator'), { groupId });
    const values = nodesOf(cardOf(form)).flatMap(({ id, value }) => (id === undefined ? [] : [[id, value]]));
    expect(Object.fromEntries(values)).toMatchObject({
      startsOn: '2027-01-12',
      endsOn: '2027-06-30',
      time: '09:00',
      lengthMinutes: 120,
      place: 'Rådhuset, lokale 2',
      nth: '2',
    });
  });

  test('at another hour and place > the meetings follow; nobody had heard of them, so nobody is told', async () => {
    await changeTo({ ...filledForm, time: '10:30', place: 'Skolen', groupVersion: 1 });
    expect(await meetings()).toMatchObject({
      '2027-01-12': '2027-01-12T09:30:00.000Z Skolen, planned',
      '2027-03-09': '2027-03-09T09:30:00.000Z Skolen, planned',
    });
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('10.30');
  });

  test('at another hour, when the card stands in the channel > it is shown anew, and a message says so', async () => {
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    await changeTo({ ...filledForm, startsOn: '2027-01-05', time: '10:30', groupVersion: 1 });
    expect(told()).toHaveLength(2);
    expect(told()[0]).toContain('tirsdag 12. januar kl. 10.30-12.30');
    const at = (hours: string) => `tirsdag 12. januar kl. ${hours}`;
    const { moved } = text.reminders.notice;
    expect(told()[1]).toContain(moved(groupName, at('9.00-11.00'), at('10.30-12.30')));
    await changeTo({ ...filledForm, startsOn: '2027-01-05', time: '11:30', groupVersion: 2 });
    expect(told()[2]).toContain(moved(groupName, at('10.30-12.30'), at('11.30-13.30')));
  });

  test('on another weekday > what was announced is skipped and told, the rest is gone with its rows', async () => {
    await world.sleepUntil('2026-12-29T09:00:00+01:00');
    await changeTo(mondays);
    const now = await meetings();
    expect(now).toMatchObject({
      '2027-01-11': expect.stringContaining('planned'),
      '2027-01-12': expect.stringContaining('skipped'),
      '2027-02-08': expect.stringContaining('planned'),
    });
    expect(now['2027-02-09']).toContain('skipped');
    expect(await shownDays()).not.toContain('9. februar');
    expect(told()[1]).toBe(text.reminders.notice.skipped(groupName, 'tirsdag 12. januar kl. 9.00-11.00'));
    const shown = jsonOf(await world.click('group.sent', inChannel('coordinator'), { groupId }));
    expect(shown).not.toContain('mødet tirsdag 9. februar');
    await changeTo({ ...filledForm, startsOn: '2026-12-30', groupVersion: 2 });
    expect(await meetings()).toMatchObject({ '2027-01-12': expect.stringContaining('planned') });
  });

  test('meetings changed by hand or with items > stay as they are, and the preview says which', async () => {
    await world.click('agenda.hand-in', inChannel('member'), item);
    await world.click('meeting.save-change', inChannel('coordinator'), {
      ...january,
      occurrence: '2027-03-09',
      date: '2027-03-11',
      time: '13:00',
      lengthMinutes: '60',
      place: 'Biblioteket',
    });
    const before = await meetings();
    const preview = jsonOf(await world.click('group.preview', inChannel('coordinator'), mondays));
    const [, stays = '', fallsAway = ''] = preview.split(
      new RegExp(`${text.preview.stays}|${text.preview.fallsAway}`),
    );
    expect(stays).toContain('tirsdag 12. januar');
    expect(stays).toContain('torsdag 11. marts');
    expect(fallsAway).toContain('tirsdag 9. februar');
    expect(await meetings()).toEqual(before);
    await changeTo(mondays);
    const after = await meetings();
    expect(after['2027-01-12']).toBe(before['2027-01-12']);
    expect(after['2027-03-09']).toBe(before['2027-03-09']);
    expect(after['2027-02-09']).toContain('skipped');
    expect(await shownDays()).not.toContain('9. februar');
  });

  test('to another weekday and back > the meetings are held, and their reminders come', async () => {
    await world.sleepUntil('2027-01-13T12:00:00+01:00');
    const february = () => world.meeting('2027-02-09');
    const { revision: before = -1 } = (await february()) ?? {};
    await changeTo({ ...mondays, startsOn: '2027-01-18' });
    const { revision: between = -1 } = (await february()) ?? {};
    await changeTo({ ...filledForm, startsOn: '2027-01-18', groupVersion: 2 });
    const after = await february();
    expect(after?.status.kind).toBe('planned');
    expect([before < between, between < (after?.revision ?? 0)]).toEqual([true, true]);
    expect(await shownDays()).toContain('9. februar');
    await world.sleepUntil('2027-02-09T08:30:00+01:00');
    const rows = (await world.rows()).filter(
      ({ subject, state }) => subject.endsWith('2027-02-09') && state === 'sent',
    );
    expect(rows.map(({ kind }) => kind)).toContain('same-morning');
  });

  test('an extra meeting, and one that was cancelled > stay', async () => {
    const extra = { groupId, date: '2027-01-20', time: '12:00', lengthMinutes: '30', place: 'Hallen' };
    await world.click('meeting.add-extra', inChannel('coordinator'), extra);
    await world.click('meeting.cancel', inChannel('coordinator'), { ...january, occurrence: '2027-02-09' });
    await changeTo(mondays);
    expect(await meetings()).toMatchObject({
      '2027-01-20-x1': expect.stringContaining('planned'),
      '2027-02-09': expect.stringContaining('cancelled'),
    });
  });

  test('whose card is on its way just then > isn’t forgotten: the channel is told', async () => {
    await world.ports.outbox.requeue([{ ...(await callRow()), dueAt: now.getTime() }]);
    const [leased] = await world.ports.outbox.claim(1, 60_000);
    await changeTo(mondays);
    expect(await meetings()).toMatchObject({ '2027-01-12': expect.stringContaining('skipped') });
    if (leased === undefined) throw new Error('nothing is due');
    const sent = { kind: 'sent', messageId: 'm-0' } as const;
    const letter = {
      to: { serviceUrl: '', conversationId: channelId },
      shown: { kind: 'text', text: '' },
    } as const;
    await createTransport(world.ports, async () => sent).remember?.(
      { ...letter, effect: { kind: 'posts', card: 'meeting' } },
      leased,
      sent,
    );
    const row = (await world.rows()).find(({ kind }) => kind === 'show-meeting');
    expect(row?.state).toBe('planned');
  });

  test('of the reminders alone > no message, and they come at the new hour', async () => {
    await changeTo({ ...filledForm, remindAt: '14:00', groupVersion: 1 });
    await world.sleepUntil('2026-12-29T13:59:00+01:00');
    expect(told()).toEqual([]);
    await world.sleepUntil('2026-12-29T14:00:00+01:00');
    expect(told()).toHaveLength(1);
    expect(told()[0]).not.toContain(text.reminders.late);
  });
});

test('a plan changed while the process is killed at any write > ends as without the kill', async () => {
  const outcome = async (inWrites: number) => {
    const one = await openWorld();
    await one.setUp();
    await one.sleepUntil('2026-12-29T09:00:00+01:00');
    one.crash.inWrites = inWrites;
    const change = () => one.click('group.confirm', inChannel('coordinator'), mondays);
    const isKilled = await change().then(
      () => false,
      () => true,
    );
    one.crash.inWrites = Number.POSITIVE_INFINITY;
    if (isKilled && (await one.group()).revision === 1) await change();
    await one.sleepUntil('2026-12-29T09:10:00+01:00');
    const docs = await one.ports.meetings.list(groupId, 0, 99);
    const group = await one.group();
    const end = {
      meetings: docs.map(({ body: { occurrence, status, startsAt, followsPlan } }) => [
        occurrence,
        status.kind,
        startsAt,
        followsPlan,
      ]),
      planned: (await one.rows()).filter(({ state }) => state === 'planned').map(({ id }) => id),
      told: one.teams.messages.map(({ shown }) => shown.slice(0, 200)),
      plans: [group.revision, group.plannedRevision],
    };
    await one.remove();
    return { isKilled, end };
  };
  const whole = await outcome(Number.POSITIVE_INFINITY);
  expect(whole.end.plans).toEqual([2, 2]);
  for (let inWrites = 0; ; inWrites += 1) {
    const { isKilled, end } = await outcome(inWrites);
    expect({ inWrites, ...end }).toEqual({ inWrites, ...whole.end });
    if (!isKilled) break;
  }
});
