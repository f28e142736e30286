import { meetingTexts } from '../../../src/text/meetings';
import { parking } from '../../agenda/steps';
import { executesOf } from '../../cards/crawl';
import {
  cardOf,
  channelId,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  type Person,
  people,
} from '../desk';
import { openWorld } from '../world';
import { aGroup, groupName, other, reminderAt } from './group-steps';

const text = meetingTexts.da;
const dissolved = text.left.dissolved(groupName);
const dropped = text.left.itemsDropped(groupName);

const group = aGroup();
const { shownTo, later, askDissolve: ask, yesDissolve: yesTo } = group;
const { world } = group;
const dissolve = async () => {
  const answer = await yesTo(await ask());
  await world().settle();
  return answer;
};
const handIn = (person: Person, nonce: string, of: object = january) =>
  world().click('agenda.hand-in', inPrivate(person), { ...of, ...parking, nonce });
/** Everything that a database holds of the group. */
const stored = async () => {
  const meetings = await world().ports.meetings.list(groupId, 0, 999);
  const channel = await world().ports.channels.find(channelId);
  return JSON.stringify([meetings, await world().ports.groups.find(groupId), channel]);
};

describe('the question whether a group is to be dissolved', () => {
  test('says how many meetings and items go, and whose, and changes nothing', async () => {
    await handIn('member', 'nonce-of-member');
    await handIn('deputy', 'nonce-of-deputy', { ...january, occurrence: '2027-02-09' });
    const before = await stored();
    const asked = jsonOf(await ask());
    expect(asked).toContain(text.dissolving.meetings(6, text.dissolving.heard));
    expect(asked).toContain(text.dissolving.items(2, 2));
    expect(await stored()).toBe(before);
  });

  test('an item handed in between the question and the yes > is asked about', async () => {
    const asked = await ask();
    await handIn('member', 'nonce-of-member');
    const again = await yesTo(asked);
    expect(jsonOf(again)).toContain(text.refusals['changed-meanwhile']);
    expect(jsonOf(again)).toContain(text.dissolving.items(1, 1));
    expect((await world().group()).dissolved).toBeUndefined();
  });

  test.each(['member', 'guest'] as const)('from a %s > is refused', async (person) => {
    expect(jsonOf(await ask(person))).toContain(text.refusals['not-allowed']);
    const forged = { groupId, loss: { meetings: 6, items: 0, authors: 0 } };
    const answer = await world().click('group.dissolve', inChannel(person), forged);
    expect(jsonOf(answer)).toContain(text.refusals['not-allowed']);
    expect((await world().group()).dissolved).toBeUndefined();
  });

  test('from an administrator > is answered, and the coordinator hears what came of it', async () => {
    await yesTo(await ask('administrator'), 'administrator');
    await world().settle();
    expect(shownTo(people.coordinator)).toEqual([dissolved]);
  });
});

describe('a group that is dissolved', () => {
  test('is told of in its channel, to each subscriber and to the authors of what was open, once', async () => {
    await world().click('group.remind', inPrivate('deputy'), { groupId });
    await handIn('member', 'nonce-one');
    await handIn('member', 'nonce-two', { ...january, occurrence: '2027-02-09' });
    const answer = await dissolve();
    expect(jsonOf(answer)).toContain(text.dissolving.doneHeading(groupName));
    await later(60);
    expect(shownTo(channelId)).toEqual([dissolved]);
    expect(shownTo(people.deputy)).toEqual([dissolved]);
    expect(shownTo(people.member)).toEqual([dropped]);
    expect(shownTo(people.coordinator)).toEqual([]);
  });

  test('leaves no word, no person and nothing that is due', async () => {
    await handIn('member', 'nonce-one');
    await world().click('meeting.apologise', inPrivate('member'), {
      ...january,
      functionId: parking.functionId,
      substituteId: 'nobody',
    });
    await dissolve();
    await later(60);
    const rest = await stored();
    for (const word of [parking.title, 'Rådhuset', people.member, people.coordinator])
      expect(rest).not.toContain(word);
    expect(await world().ports.meetings.list(groupId, 0, 999)).toEqual([]);
    expect((await world().rows()).filter(({ state }) => state === 'planned')).toEqual([]);
    const before = world().teams.messages.length;
    await world().sleepUntil('2027-07-01T12:00:00+02:00');
    expect(world().teams.messages).toHaveLength(before);
    const { groups, meetings } = world().ports;
    expect([await groups.backlog(), await meetings.backlog()]).toEqual([
      { due: 0, lagMs: 0 },
      { due: 0, lagMs: 0 },
    ]);
  });

  test('its cards in the channel say so, without a button or anybody’s words', async () => {
    await world().sleepUntil(reminderAt);
    await handIn('member', 'nonce-one');
    await world().sleepUntil('2027-01-06T10:00:00+01:00');
    await world().click('agenda.publish', inPrivate('coordinator'), january);
    await world().settle();
    expect(shownTo(channelId).join()).toContain(parking.title);
    await dissolve();
    await later(5);
    const shown = shownTo(channelId).join();
    expect(shown).not.toMatch(/Action\.Execute|Rådhuset/);
    expect(shown).not.toContain(parking.title);
    expect(shown).toContain(text.left.dissolvedCard);
  });

  test('an author whose refusal was still to be told hears that it is gone', async () => {
    await handIn('member', 'nonce-one');
    await world().sleepUntil('2026-12-01T22:00:00+01:00');
    const refuse = { ...january, itemId: 'nonce-one', reason: '' };
    await world().click('agenda.refuse', inPrivate('coordinator'), refuse);
    await dissolve();
    await later(1);
    expect(shownTo(people.member)).toEqual([dropped]);
  });

  test('an author who can’t be written to > is told on the next card', async () => {
    await handIn('member', 'nonce-one');
    world().teams.refusing.set(people.member, { status: 403 });
    await dissolve();
    await later(1);
    expect(jsonOf(await world().click('group.mine', inPrivate('member')))).toContain(dropped);
  });

  test('a channel that refuses for an hour > is told and closed afterwards', async () => {
    await world().sleepUntil(reminderAt);
    world().teams.refusing.set(channelId, { status: 503 });
    await dissolve();
    await later(60);
    expect(shownTo(channelId).join()).toContain('Action.Execute');
    world().teams.refusing.clear();
    await later(60);
    expect(shownTo(channelId).join()).not.toContain('Action.Execute');
    expect(shownTo(channelId)).toContain(dissolved);
  });

  test('answers whoever still has a card of it, and gives no calendar', async () => {
    await dissolve();
    expect(jsonOf(await world().click('meeting.show', inPrivate('member'), january))).toContain(
      text.refusals.dissolved,
    );
    expect(jsonOf(await handIn('member', 'nonce-late'))).toContain(text.refusals.dissolved);
    for (const verb of ['group.ask-dissolve', 'group.dissolve'])
      expect(jsonOf(await world().click(verb, inChannel('coordinator'), { groupId }))).toContain(
        text.refusals.dissolved,
      );
  });

  test('leaves its channel to another group, and can be set up again with reminders of its own', async () => {
    await world().sleepUntil(reminderAt);
    await dissolve();
    await later(5);
    await world().click('group.name', inChannel('administrator'), { personId: people.coordinator });
    const second = { ...filledForm, groupId: 'ssp-network-2', startsOn: '2027-01-04', groupVersion: 0 };
    expect(jsonOf(await world().click('group.confirm', inChannel('coordinator'), second))).toContain(
      text.done.heading('SSP-netværksgruppe 2'),
    );
    await world().click('group.name', inChannel('administrator', other), { personId: people.deputy });
    const again = { ...filledForm, startsOn: '2027-01-04', groupVersion: 0 };
    expect(jsonOf(await world().click('group.confirm', inChannel('deputy', other), again))).toContain(
      text.done.heading(groupName),
    );
    expect((await world().group()).coordinator).toBe(people.deputy);
    await world().sleepUntil('2027-01-12T08:00:00+01:00');
    expect(shownTo(other).join()).toContain('tirsdag 12. januar');
    expect(shownTo(other).join()).not.toContain('mødes nu her');
  });
});

describe('a group whose channel is gone', () => {
  const lose = async () => {
    world().roster.members = 'gone';
    world().teams.refusing.set(channelId, { status: 404 });
    await later(25 * 60);
  };
  const privately = (verb: string, person: Person, data: object = {}) =>
    world().click(verb, inPrivate(person), data);
  const { dissolving } = text;

  test('is dissolved by an administrator in private, and everybody concerned hears of it in private', async () => {
    await world().click('group.remind', inPrivate('deputy'), { groupId });
    await handIn('member', 'nonce-one');
    await lose();
    const listed = await privately('group.set-up', 'administrator');
    expect(jsonOf(listed)).toContain(dissolving.gone.dissolve(groupName));
    const asked = await privately('group.ask-dissolve', 'administrator', { groupId });
    for (const said of [dissolving.gone.lead, dissolving.gone.heard, dissolving.items(1, 1)])
      expect(jsonOf(asked)).toContain(said);
    const before = shownTo(people.coordinator).length;
    const answer = await privately(
      'group.dissolve',
      'administrator',
      group.buttonOf(asked, 'group.dissolve'),
    );
    expect(jsonOf(answer)).toContain(dissolving.gone.done);
    await later(60);
    expect(shownTo(people.coordinator).slice(before)).toEqual([dissolved]);
    expect(shownTo(people.deputy)).toContain(dissolved);
    expect(shownTo(people.member)).toEqual([dropped]);
    for (const word of [parking.title, people.member]) expect(await stored()).not.toContain(word);
    expect(jsonOf(await privately('group.set-up', 'administrator'))).toContain(dissolving.gone.none);
    expect(jsonOf(await privately('group.ask-dissolve', 'administrator', { groupId }))).toContain(
      text.refusals.dissolved,
    );
  });

  test('isn’t its coordinator’s to dissolve in private, nor an administrator’s once the channel is back', async () => {
    await lose();
    const forged = { groupId, loss: { meetings: 6, items: 0, authors: 0 } };
    for (const person of ['coordinator', 'member'] as const)
      for (const verb of ['group.set-up', 'group.ask-dissolve', 'group.dissolve'])
        expect(jsonOf(await privately(verb, person, forged))).toContain(text.refusals['not-in-channel']);
    const asked = await privately('group.ask-dissolve', 'administrator', { groupId });
    world().roster.members = world().members('coordinator', 'member');
    const yes = group.buttonOf(asked, 'group.dissolve');
    expect(jsonOf(await privately('group.dissolve', 'administrator', yes))).toContain(
      text.refusals['not-in-channel'],
    );
    expect((await world().group()).dissolved).toBeUndefined();
  });
});

describe('two at once', () => {
  test('say yes > it is dissolved once', async () => {
    const asked = await ask();
    const answers = await Promise.all([yesTo(asked), yesTo(asked), yesTo(asked)]);
    await later(5);
    expect(
      answers.filter((each) => jsonOf(each).includes(text.dissolving.doneHeading(groupName))).length,
    ).toBeGreaterThan(0);
    expect(shownTo(channelId)).toEqual([dissolved]);
  });

  test('one dissolves, others hand in > every item that was taken has an author who hears of it', async () => {
    const asked = await ask();
    const nonces = Array.from({ length: 12 }, (_, at) => `nonce-at-once-${at}`);
    const [done, ...answers] = await Promise.all([
      yesTo(asked),
      ...nonces.map((nonce) => handIn('member', nonce)),
    ]);
    const isTaken = answers.some((each) => /er meldt ind/.test(jsonOf(each)));
    const isDone = jsonOf(done).includes(text.dissolving.doneHeading(groupName));
    await later(5);
    if (isDone) expect(shownTo(people.member)).toEqual(isTaken ? [dropped] : []);
    else expect((await world().meeting(january.occurrence))?.agenda).toMatchObject({ state: 'open' });
    expect(isDone || isTaken).toBe(true);
  });

  test('one dissolves, one moves the group away > it is either, and whole', async () => {
    const asked = await ask();
    const move = await world().click('group.ask-move', inChannel('coordinator', other), { groupId });
    const yes = executesOf(cardOf(move)).find(({ verb }) => verb === 'group.move');
    await Promise.all([
      yesTo(asked),
      world().click('group.move', inChannel('coordinator', other), yes?.data),
    ]);
    await later(5);
    const now = await world().group();
    const meetings = await world().ports.meetings.list(groupId, 0, 999);
    if (now.dissolved === undefined) {
      expect(now.channel.conversationId).toBe(other);
      expect(meetings.length).toBeGreaterThan(0);
    } else expect(meetings).toEqual([]);
  });
});

test('a group dissolved while the process is killed at any write > ends as without the kill', async () => {
  const outcome = async (inWrites: number) => {
    const one = await openWorld();
    group.goOnIn(one);
    await one.setUp();
    await one.sleepUntil(reminderAt);
    await handIn('member', 'nonce-one');
    const asked = await ask();
    one.crash.inWrites = inWrites;
    const isKilled = await yesTo(asked).then(
      () => false,
      () => true,
    );
    one.crash.inWrites = Number.POSITIVE_INFINITY;
    if (isKilled && (await one.group()).dissolved === undefined) await yesTo(asked);
    for (const time of ['09:10', '09:20']) await one.sleepUntil(`2026-12-29T${time}:00+01:00`);
    const end = {
      stored: await stored(),
      channel: shownTo(channelId).map((shown) => shown.slice(0, 300)),
      author: shownTo(people.member),
      planned: (await one.rows()).filter(({ state }) => state === 'planned').length,
    };
    await one.remove();
    return { isKilled, end: { ...end, stored: end.stored.replace(/"version":\d+|"at":\d+/g, '') } };
  };
  await world().remove();
  const whole = await outcome(Number.POSITIVE_INFINITY);
  expect(whole.end.author).toEqual([dropped]);
  for (let inWrites = 0; ; inWrites += 1) {
    const { isKilled, end } = await outcome(inWrites);
    expect({ inWrites, ...end }).toEqual({ inWrites, ...whole.end });
    if (!isKilled) break;
  }
  group.goOnIn(await openWorld());
});
