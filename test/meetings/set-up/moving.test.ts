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
  people,
} from '../desk';
import { openWorld } from '../world';
import { aGroup, groupName, other, reminderAt } from './group-steps';

const text = meetingTexts.da;
const movedAway = text.left.movedAway(groupName);
const movedHere = text.left.movedHere(groupName);

const group = aGroup();
const { world, shownTo: shownIn, later, askMove: ask, yesMove: yesTo } = group;
const messagesIn = (to: string) => world().teams.messages.filter((each) => each.to === to);
const move = async (where = other) => {
  const answer = await yesTo(await ask('coordinator', where), 'coordinator', where);
  await world().settle();
  return answer;
};
const publishJanuary = async () => {
  await world().click('agenda.hand-in', inPrivate('member'), { ...january, ...parking });
  await world().sleepUntil('2027-01-06T10:00:00+01:00');
  await world().click('agenda.publish', inPrivate('coordinator'), january);
  await world().settle();
};

describe('a group that is moved while its channel lives', () => {
  test('is offered to its coordinator in the new channel, whom nobody has named there', async () => {
    const offered = await world().click('group.set-up', inChannel('coordinator', other));
    expect(executesOf(cardOf(offered)).map(({ verb, data }) => [verb, data.groupId])).toContainEqual([
      'group.ask-move',
      groupId,
    ]);
    const asked = jsonOf(await ask('coordinator'));
    expect(asked).toContain('4 medlemmer, heraf 1 gæst udefra');
    expect((await world().group()).channel.conversationId).toBe(channelId);
    expect(jsonOf(await move())).toContain('mødes nu her');
    expect((await world().group()).channel.conversationId).toBe(other);
  });

  test('is offered to an administrator who is to name somebody first, without a name having to be chosen', async () => {
    world().roster.members = world().members('administrator', 'coordinator', 'member');
    const naming = cardOf(await world().click('group.set-up', inChannel('administrator', other)));
    const offer = executesOf(naming).find(({ verb }) => verb === 'group.ask-move');
    expect([offer?.title, offer?.associatedInputs]).toEqual([text.buttons.moveHere, 'none']);
  });

  test('keeps its meetings, items, apologies and subscribers, and asks nobody for a plan', async () => {
    await world().click('group.remind', inPrivate('member'), { groupId });
    await world().click('agenda.hand-in', inPrivate('member'), { ...january, ...parking });
    const functionId = parking.functionId;
    await world().click('meeting.apologise', inPrivate('member'), {
      ...january,
      functionId,
      substituteId: 'nobody',
    });
    const before = await world().meeting(january.occurrence);
    await move();
    const after = await world().meeting(january.occurrence);
    const kept = ({ agenda, apologies, startsAt, place }: NonNullable<typeof after>) => [
      agenda,
      apologies,
      startsAt,
      place,
    ];
    expect(after && kept(after)).toEqual(before && kept(before));
    await world().sleepUntil(reminderAt);
    expect(messagesIn(people.member)).toHaveLength(1);
    expect(jsonOf(await world().click('agenda.mine', inPrivate('member'), january))).toContain(parking.title);
  });

  test('its old channel is told once, by no name of the new one; its cards there are closed, with nobody’s words', async () => {
    await world().sleepUntil(reminderAt);
    await publishJanuary();
    expect(shownIn(channelId).join()).toContain(parking.title);
    Object.assign(world().ports, {
      placeNames: async () => ({ team: 'SSP i Ishøj', channel: 'Lukket kanal' }),
    });
    await move();
    await later(5);
    const old = shownIn(channelId);
    expect(old.filter((shown) => shown === movedAway)).toHaveLength(1);
    expect(old.join()).not.toMatch(/Lukket kanal|Uro på parkeringspladsen|Action\.Execute|Rådhuset/);
    expect(old.filter((shown) => shown.includes(text.left.moved)).length).toBeGreaterThanOrEqual(2);
  });

  test('the new channel is told once, and has the cards that stood in the old one', async () => {
    await world().sleepUntil(reminderAt);
    await publishJanuary();
    await move();
    await later(5);
    const here = shownIn(other);
    expect(here.filter((shown) => shown === movedHere)).toHaveLength(1);
    expect(here.filter((shown) => shown.includes(text.meeting.functions))).toHaveLength(1);
    expect(here.filter((shown) => shown.includes(parking.title))).toHaveLength(1);
    const before = messagesIn(channelId).length;
    await world().sleepUntil('2027-01-12T08:00:00+01:00');
    expect(messagesIn(channelId)).toHaveLength(before);
    expect(messagesIn(other).length).toBeGreaterThan(here.length);
  });

  test('words on the card of a meeting that is over go from the old channel too', async () => {
    await publishJanuary();
    await world().sleepUntil('2027-01-14T10:00:00+01:00');
    expect(shownIn(channelId).join()).toContain(parking.title);
    await move();
    await later(5);
    expect(shownIn(channelId).join()).not.toContain(parking.title);
    expect(shownIn(other).join()).not.toContain(parking.title);
  });

  test('frees its old channel for another group, and lets whoever was named there act where it is now', async () => {
    await move();
    const claim = async (id: string) => (await world().ports.channels.find(id))?.body;
    expect((await claim(channelId))?.groupId).toBeUndefined();
    expect(await claim(other)).toMatchObject({ groupId, named: [people.coordinator] });
    const second = { ...filledForm, groupId: 'ssp-network-2', groupVersion: 0 };
    const done = await world().click('group.confirm', inChannel('coordinator'), second);
    expect(jsonOf(done)).toContain(text.done.heading('SSP-netværksgruppe 2'));
    await later(5);
    expect(jsonOf(await world().click('group.set-up', inChannel('coordinator')))).toContain(
      'SSP-netværksgruppe 2',
    );
  });

  test('a change that the old channel’s outage kept from being told is told in the new one', async () => {
    world().teams.refusing.set(channelId, { status: 503 });
    await world().click('meeting.cancel', inChannel('coordinator'), january);
    await world().settle();
    await move();
    await later(1);
    expect(shownIn(other).join()).toContain(
      text.reminders.notice.cancelled(groupName, 'tirsdag 12. januar kl. 9.00-11.00'),
    );
  });

  test('and moved back > is told where it is, and has one live card of each meeting', async () => {
    await world().sleepUntil(reminderAt);
    await move();
    await later(5);
    await move(channelId);
    await later(5);
    const live = (to: string) => shownIn(to).filter((shown) => shown.includes('Action.Execute'));
    expect([live(channelId).length, live(other).length]).toEqual([1, 0]);
    expect(shownIn(other).filter((shown) => shown === movedAway)).toHaveLength(1);
  });
});

describe('who may move a group', () => {
  test('a member, a guest, and the coordinator from a channel that she isn’t in > are refused, and nothing happens', async () => {
    for (const person of ['member', 'guest'] as const)
      expect(jsonOf(await ask(person))).toContain(
        text.refusals[person === 'guest' ? 'outsider' : 'not-allowed'],
      );
    world().roster.of[other] = world().members('member');
    expect(jsonOf(await ask('coordinator'))).toContain(text.refusals.outsider);
    expect((await world().group()).channel.conversationId).toBe(channelId);
  });

  test('a coordinator who has left the group’s channel > is refused', async () => {
    world().roster.of[channelId] = world().members('member');
    expect(jsonOf(await ask('coordinator'))).toContain(text.refusals.outsider);
  });

  test('an administrator who isn’t in the group’s channel > is refused, for what is there isn’t theirs to read', async () => {
    world().roster.of[other] = world().members('administrator');
    expect(jsonOf(await ask('administrator'))).toContain(text.refusals.outsider);
  });

  test('an administrator in both channels > may, and is told who isn’t in the new one', async () => {
    world().roster.of[other] = world().members('administrator');
    world().roster.members = world().members('administrator', 'coordinator', 'deputy', 'member');
    await world().click('group.remind', inPrivate('member'), { groupId });
    const asked = await ask('administrator');
    expect(jsonOf(asked)).toContain(text.moving.withoutCoordinator);
    expect(jsonOf(asked)).toContain(text.moving.lostSubscribers(1));
    await yesTo(asked, 'administrator');
    expect((await world().group()).channel.conversationId).toBe(other);
    expect((await world().group()).coordinator).toBe(people.coordinator);
  });

  test('into a channel that has a group > is refused', async () => {
    await world().click('group.name', inChannel('administrator', other), { personId: people.coordinator });
    const second = { ...filledForm, groupId: 'ssp-network-2', groupVersion: 0 };
    await world().click('group.confirm', inChannel('coordinator', other), second);
    expect(jsonOf(await ask('coordinator'))).toContain(text.refusals['channel-taken']);
  });
});

describe('a yes', () => {
  test('to a group that has changed, or to fewer readers > is asked for once more', async () => {
    const asked = await ask('coordinator');
    await world().click('group.confirm', inChannel('coordinator'), {
      ...filledForm,
      time: '10:00',
      groupVersion: 1,
    });
    const again = await yesTo(asked, 'coordinator');
    expect(jsonOf(again)).toContain(text.refusals['changed-meanwhile']);
    world().roster.of[other] = world().members('coordinator', 'deputy', 'member', 'guest', 'outsider');
    expect(jsonOf(await yesTo(again, 'coordinator'))).toContain(text.refusals['changed-meanwhile']);
    expect((await world().group()).channel.conversationId).toBe(channelId);
  });

  test('said twice > moves once', async () => {
    const asked = await ask('coordinator');
    await Promise.all([yesTo(asked, 'coordinator'), yesTo(asked, 'coordinator')]);
    await later(5);
    expect((await world().group()).revision).toBe(2);
    expect(shownIn(other).filter((shown) => shown === movedHere)).toHaveLength(1);
  });

  test('of two people to two channels at once > one has it, the other is asked again', async () => {
    const third = '19:third@thread.tacv2';
    const [one, two] = await Promise.all([ask('coordinator'), ask('coordinator', third)]);
    const answers = await Promise.all([yesTo(one, 'coordinator'), yesTo(two, 'coordinator', third)]);
    await later(5);
    const home = (await world().group()).channel.conversationId;
    expect([other, third]).toContain(home);
    const [won, lost] = home === other ? [answers[0], answers[1]] : [answers[1], answers[0]];
    expect([
      jsonOf(won).includes('mødes nu her'),
      jsonOf(lost).includes(text.refusals['changed-meanwhile']),
    ]).toEqual([true, true]);
    expect(shownIn(home === other ? third : other)).toEqual([]);
  });
});

test('a card whose update is on the wire while its group moves > ends closed', async () => {
  await publishJanuary();
  const { connector } = world().teams;
  const { update } = connector;
  let arrive = (): void => undefined;
  connector.update = async (...given) => {
    connector.update = update;
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return update(...given);
  };
  await world().click('meeting.apologise', inPrivate('member'), {
    ...january,
    functionId: parking.functionId,
    substituteId: 'nobody',
  });
  const sending = world().settle();
  await yesTo(await ask('coordinator'), 'coordinator');
  await new Promise((resolve) => setTimeout(resolve, 20));
  arrive();
  await sending;
  await later(5);
  expect(shownIn(channelId).join()).not.toContain(parking.title);
  expect(shownIn(channelId).join()).not.toContain('Action.Execute');
});

test('a card that is posted while its group moves > is closed in the old channel', async () => {
  const { connector } = world().teams;
  const { post } = connector;
  let moving: Promise<unknown> | undefined;
  connector.post = async (...given) => {
    connector.post = post;
    const posted = await post(...given);
    moving = ask('coordinator').then((asked) => yesTo(asked, 'coordinator'));
    await moving;
    return posted;
  };
  await world().sleepUntil(reminderAt);
  await later(5);
  const live = (to: string) => shownIn(to).filter((shown) => shown.includes('Action.Execute'));
  expect(moving).toBeDefined();
  expect(live(channelId)).toEqual([]);
  expect(shownIn(channelId)).toContain(movedAway);
});

test('a group moved while the process is killed at any write > ends as without the kill', async () => {
  const outcome = async (inWrites: number) => {
    const one = await openWorld();
    group.goOnIn(one);
    await one.setUp();
    await one.sleepUntil(reminderAt);
    await one.click('agenda.hand-in', inPrivate('member'), { ...january, ...parking });
    const asked = await ask('coordinator');
    one.crash.inWrites = inWrites;
    const isKilled = await yesTo(asked, 'coordinator').then(
      () => false,
      () => true,
    );
    one.crash.inWrites = Number.POSITIVE_INFINITY;
    if (isKilled && (await one.group()).channel.conversationId === channelId)
      await yesTo(asked, 'coordinator');
    for (const time of ['09:10', '09:20']) await one.sleepUntil(`2026-12-29T${time}:00+01:00`);
    const moved = await one.group();
    const end = {
      group: [moved.channel.conversationId, moved.revision, moved.plannedRevision, moved.left],
      claims: await Promise.all(
        [channelId, other].map(async (id) => (await one.ports.channels.find(id))?.body),
      ),
      old: shownIn(channelId).map((shown) => shown.slice(0, 300)),
      here: shownIn(other).map((shown) => shown.slice(0, 300)),
      planned: (await one.rows())
        .filter(({ state, kind }) => state === 'planned' && !/^close/.test(kind))
        .map(({ id }) => id),
    };
    await one.remove();
    return { isKilled, end };
  };
  await world().remove();
  const whole = await outcome(Number.POSITIVE_INFINITY);
  expect(whole.end.group).toEqual([other, 2, 2, undefined]);
  for (let inWrites = 0; ; inWrites += 1) {
    const { isKilled, end } = await outcome(inWrites);
    expect({ inWrites, ...end }).toEqual({ inWrites, ...whole.end });
    if (!isKilled) break;
  }
  group.goOnIn(await openWorld());
});
