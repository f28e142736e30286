import { wantedRow } from '../../src/meetings/model/reminders';
import { meetingTexts } from '../../src/text/meetings';
import { executesOf, nodesOf } from '../cards/crawl';
import { cardOf, groupId, inChannel, inPrivate, january, jsonOf, openSetUpDesk, people } from './desk';

const text = meetingTexts.da;
const { refusals } = text;

const functionIn = (desk: Awaited<ReturnType<typeof openSetUpDesk>>, index: number): string =>
  desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions[index]?.id ?? '';

describe('a meeting', () => {
  const change = { date: '2027-01-13', time: '13:00', lengthMinutes: '90', place: '*Skolen*' };

  test('moved > has another revision, new rows, no apologies, and says where as it was typed', async () => {
    const desk = await openSetUpDesk();
    await desk.click('meeting.apologise', inChannel('member'), {
      ...january,
      functionId: functionIn(desk, 0),
    });
    const answer = await desk.click('meeting.save-change', inChannel('coordinator'), {
      ...january,
      ...change,
    });
    expect(jsonOf(answer)).toContain('onsdag 13. januar kl. 13.00-14.30');
    expect(nodesOf(cardOf(answer))).toContainEqual({ type: 'TextRun', text: '*Skolen*' });
    const meeting = desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body;
    expect([meeting?.revision, meeting?.areRowsPlanned, meeting?.apologies]).toEqual([1, true, []]);
    const notices = desk.outbox.rows().filter(({ kind }) => kind === 'change-notice');
    expect(notices.map(({ subject }) => subject)).toEqual([`${groupId}/2027-01-12`]);
    const group = desk.groups.all()[0]?.body;
    if (meeting === undefined || group === undefined) throw new Error('no meeting');
    const planning = { days: desk.ports.days('ssp-network'), retention: desk.ports.retention };
    const rows = desk.outbox
      .rows()
      .filter(({ subject, kind }) => subject === `${groupId}/2027-01-12` && kind === 'day-before');
    expect(rows.map((row) => wantedRow(row, meeting, group, planning) !== undefined)).toEqual([false, true]);
  });

  test.each([
    ['meeting.save-change', 'coordinator', change],
    ['meeting.cancel', 'coordinator', {}],
    ['meeting.skip', 'deputy', {}],
    ['meeting.apologise', 'member', { functionId: 'x', substituteId: 'nobody' }],
  ] as const)(
    '%s from a card that is out of date > shows the new time and asks again',
    async (verb, person, more) => {
      const desk = await openSetUpDesk();
      await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
      const moved = { ...january, ...change, date: '2027-01-14' };
      await desk.click('meeting.save-change', inChannel('coordinator'), moved);
      const before = desk.stored();
      const functionId = functionIn(desk, 1);
      const data = { ...january, ...more, ...('functionId' in more ? { functionId } : {}) };
      const answer = await desk.click(verb, inChannel(person), data);
      expect(jsonOf(answer)).toContain(refusals.moved('torsdag 14. januar kl. 13.00-14.30'));
      expect(executesOf(cardOf(answer)).map((one) => one.verb)).toContain(verb);
      expect(desk.stored()).toBe(before);
    },
  );

  test('changed by two at once > one wins, the other sees it', async () => {
    const desk = await openSetUpDesk();
    const both = await Promise.all([
      desk.click('meeting.save-change', inChannel('coordinator'), { ...january, ...change }),
      desk.click('meeting.cancel', inChannel('coordinator'), january),
    ]);
    const remarks = both.filter((answer) =>
      jsonOf(answer).includes('Mødet er ændret, siden du åbnede kortet'),
    );
    expect(remarks).toHaveLength(1);
    expect(desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body.revision).toBe(1);
  });

  test('with an apology and a substitute > shows both, and only its author or the coordinator takes it back', async () => {
    const desk = await openSetUpDesk();
    const [first, second] = desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions ?? [];
    const data = { ...january, functionId: first?.id, substituteId: second?.id };
    const answer = await desk.click('meeting.apologise', inChannel('guest'), data);
    expect(jsonOf(answer)).toContain(
      `${first?.name.da}: **${text.meeting.substitute(second?.name.da ?? '')}**`,
    );
    const other = await desk.click('meeting.withdraw-apology', inChannel('member'), data);
    expect(jsonOf(other)).toContain(refusals['not-yours']);
    const own = await desk.click('meeting.withdraw-apology', inChannel('guest'), data);
    expect(jsonOf(own)).toContain(text.apology.withdrawn);
  });

  test('an extra one sent twice > is one meeting', async () => {
    const desk = await openSetUpDesk();
    const extra = { groupId, ...change };
    for (const _ of [1, 2]) await desk.click('meeting.add-extra', inChannel('coordinator'), extra);
    const extras = desk.meetings.all().filter(({ id }) => id.includes('-x'));
    expect(extras.map(({ id }) => id)).toEqual([`${groupId}/2027-01-13-x1`]);
    expect(desk.outbox.rows().some(({ subject }) => subject === `${groupId}/2027-01-13-x1`)).toBe(true);
  });
});

describe('overviews', () => {
  test('in private > show the reader’s groups, their role and next meeting, and none to an outsider', async () => {
    const desk = await openSetUpDesk();
    const mine = jsonOf(await desk.say('mine grupper', inPrivate('coordinator')));
    expect(mine).toContain(text.groups.coordinator);
    expect(mine).toContain('tirsdag 12. januar kl. 9.00-11.00');
    expect(jsonOf(await desk.say('mine grupper', inPrivate('outsider')))).toContain(text.groups.none);
  });

  test('of what is sent > have every row in words for the coordinator', async () => {
    const desk = await openSetUpDesk();
    const answer = jsonOf(await desk.click('group.sent', inChannel('coordinator'), { groupId }));
    expect(answer).toContain(`**${text.kinds['call-for-items']}**`);
    expect(answer).toContain(text.sent.states.planned);
  });
});
