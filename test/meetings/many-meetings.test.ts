import { meetingTexts } from '../../src/text/meetings';
import { executesOf, nodesOf } from '../cards/crawl';
import { cardOf, groupId, inChannel, inPrivate, january, jsonOf, openSetUpDesk } from './desk';

const { groups, sent, buttons } = meetingTexts.da;

const shownOf = async (form: object) => {
  const desk = await openSetUpDesk();
  const plan = { ...january, ...form };
  await desk.click('group.confirm', inChannel('coordinator'), { ...plan, groupVersion: 1 });
  const card = cardOf(await desk.say('møder', inChannel('member')));
  return {
    shown: executesOf(card).filter(({ verb }) => verb === 'meeting.show'),
    json: JSON.stringify(card),
  };
};

const weekly = {
  groupId,
  ruleKind: 'weekly',
  weekday: '2',
  every: '1',
  startsOn: '2027-01-05',
  time: '09:00',
  lengthMinutes: '120',
  place: 'Rådhuset, lokale 2',
  onHoliday: 'skip',
};

test('eight meetings planned > eight are shown, and nothing says that there are more', async () => {
  const { shown, json } = await shownOf({ ...weekly, endsOn: '2027-03-02' });
  expect(shown).toHaveLength(8);
  expect(json).not.toContain(groups.more);
});

test('nine meetings planned > eight are shown, and the card says that there are more', async () => {
  const { shown, json } = await shownOf({ ...weekly, endsOn: '2027-03-09' });
  expect([shown.length, json.includes(groups.more)]).toEqual([8, true]);
});

test('messages asked for from a meeting > are that meeting’s alone, with ways back and to all of them', async () => {
  const desk = await openSetUpDesk();
  const coordinator = inPrivate('coordinator');
  const more = cardOf(await desk.click('meeting.more', coordinator, january));
  const button = executesOf(more).find(({ verb }) => verb === 'group.sent');
  const answer = await desk.click('group.sent', coordinator, button?.data as object);
  expect(jsonOf(answer)).toContain(sent.ofOne('tirsdag 12. januar kl. 9.00-11.00'));
  const lines = nodesOf(cardOf(answer)).flatMap(({ text }) =>
    /^\*\*/.test(String(text)) ? [String(text)] : [],
  );
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toContain('12. januar');
  const ways = executesOf(cardOf(answer)).map(({ title, verb }) => [title, verb]);
  expect(ways).toEqual([
    [buttons.back, 'meeting.more'],
    [sent.all, 'group.sent'],
  ]);
});
