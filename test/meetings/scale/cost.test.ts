// What is read follows what is asked: however many groups are stored, a click makes the same calls and reads as many documents.
import type { Card } from '../../../src/cards/card';
import { executesOf } from '../../cards/crawl';
import {
  anna,
  bo,
  coordinatorOf,
  idOf,
  inChannel,
  inPrivate,
  type ManyGroups,
  named,
  openMany,
} from './many-groups';

const own = idOf(0);

type Ask = (world: ManyGroups) => Promise<Card>;
const ofMeeting = async (world: ManyGroups, more: object = {}) => {
  const { groupId, occurrence, revision } = await world.firstMeeting(own);
  return { groupId, occurrence, revision, ...more };
};
const item = { nonce: 'item-1', kind: 'discussion', title: 'Uro på parkeringspladsen', minutes: '15' };

const functionOf = ({ ports }: ManyGroups): string => ports.municipality.groups[0]?.functions[0]?.id ?? '';

const asks: Readonly<Record<string, Ask>> = {
  'a meeting’s card in its channel': async (world) =>
    world.click(inChannel(own, anna), 'meeting.show', await ofMeeting(world)),
  'an item handed in': async (world) =>
    world.click(
      inPrivate(anna),
      'agenda.hand-in',
      await ofMeeting(world, { ...item, functionId: functionOf(world) }),
    ),
  'the channel’s meetings': (world) => world.say(inChannel(own, anna), 'møder'),
  'her groups': (world) => world.say(inPrivate(anna), 'mine grupper'),
  'her meetings': (world) => world.say(inPrivate(anna), 'møder'),
  'her calendars': (world) => world.say(inPrivate(anna), 'kalender'),
  'her agendas': (world) => world.say(inPrivate(anna), 'dagsorden'),
  'the groups that a channel can be for': (world) => world.say(inChannel('new', named), 'opsæt'),
  'what was sent': (world) => world.click(inPrivate(coordinatorOf(own)), 'group.sent', { groupId: own }),
};

const opened = new Map<number, Promise<ManyGroups>>();
/** So many groups, once it is known who is where; shared by the tests, for many take a while to set up. */
const worldOf = (count: number): Promise<ManyGroups> => {
  const world =
    opened.get(count) ??
    openMany(count).then(async (fresh) => {
      await fresh.lookAround();
      return fresh;
    });
  opened.set(count, world);
  return world;
};

/** The calls and the documents of every ask. */
const costsAt = async (count: number) => {
  const world = await worldOf(count);
  const costs: Record<string, { calls: number; read: number; rosters: number }> = {};
  for (const [name, ask] of Object.entries(asks)) {
    world.asked.length = 0;
    Object.assign(world.counted, { calls: 0, read: 0 });
    await ask(world);
    costs[name] = { ...world.counted, rosters: world.asked.length };
  }
  return costs;
};

test('every ask, with 70 and with 700 groups > makes the same calls and reads as many documents', async () => {
  const [seventy, sevenHundred] = [await costsAt(70), await costsAt(700)];
  expect(sevenHundred).toEqual(seventy);
});

test('every ask, with 700 groups > makes no more calls than with seven, where every channel is asked about anew', async () => {
  const [seven, sevenHundred] = [await costsAt(7), await costsAt(700)];
  // Of seven groups fewer can be offered on a page than of many.
  for (const [name, { calls }] of Object.entries(sevenHundred))
    if (name !== 'the groups that a channel can be for')
      expect([name, calls <= (seven[name]?.calls ?? 0)]).toEqual([name, true]);
});

describe('the preview of a plan', () => {
  const form = {
    ...{ groupId: own, groupVersion: 1, ruleKind: 'weekly', weekday: '6', every: '1', nth: '2' },
    ...{ startsOn: '2027-01-02', endsOn: '2027-06-30', time: '09:00', lengthMinutes: '120' },
    ...{ place: 'Rådhuset', onHoliday: 'skip' },
  };
  const preview = async (count: number, changes: object = {}) => {
    const world = await worldOf(count);
    Object.assign(world.counted, { calls: 0, read: 0 });
    const card = await world.click(inChannel(own, coordinatorOf(own)), 'group.preview', {
      ...form,
      ...changes,
    });
    expect(executesOf(card).map(({ verb }) => verb)).toContain('group.confirm');
    return { card, ...world.counted };
  };

  it('on days on which no other group meets > makes the same calls and reads as many documents with 700 as with seven', async () => {
    const [seven, sevenHundred] = [await preview(7), await preview(700)];
    expect([sevenHundred.calls, sevenHundred.read]).toEqual([seven.calls, seven.read]);
  });

  it('on days on which many meet > reads a tenth of the groups at the most', async () => {
    const [seven, sevenHundred] = [await preview(7, { weekday: '3' }), await preview(700, { weekday: '3' })];
    expect(sevenHundred.read - seven.read).toBeLessThan(140);
  });

  it('on days on which many meet > names three of them, says that there are more, and stays small', async () => {
    const { card } = await preview(700, { weekday: '3' });
    const json = JSON.stringify(card);
    expect(json).toContain('samtidig med SSP-netværksgruppe for skoledistrikt nr. ');
    expect(json).toContain('og flere andre grupper');
    expect(Buffer.byteLength(json)).toBeLessThan(28 * 1_024);
  });

  it('of a meeting moved onto many others > warns of three, and that there are more', async () => {
    const world = await worldOf(700);
    const meeting = await ofMeeting(world);
    const to = { date: '2027-01-13', time: '09:00', lengthMinutes: '120', place: 'Rådhuset' };
    const card = await world.click(inPrivate(coordinatorOf(own)), 'meeting.save-change', {
      ...meeting,
      ...to,
    });
    expect(JSON.stringify(card)).toContain('Flere andre grupper mødes også samtidig');
    const [yes] = executesOf(card);
    const saved = await world.click(inPrivate(coordinatorOf(own)), String(yes?.verb), yes?.data as object);
    expect(JSON.stringify(saved)).not.toContain('andre grupper mødes');
  });
});

describe('a list of all groups', () => {
  let world: ManyGroups;
  beforeAll(async () => {
    world = await worldOf(700);
  });

  /** Every page, by its own button. */
  const pagesOf = async (first: Card, later: string, actor = inPrivate(bo)): Promise<readonly Card[]> => {
    const pages = [first];
    for (let card = first; ; ) {
      const button = executesOf(card).find(({ title }) => title === later);
      if (button === undefined) return pages;
      card = await world.click(actor, button.verb, button.data);
      pages.push(card);
    }
  };
  const namesOn = (card: Card): readonly string[] => [
    ...new Set(JSON.stringify(card.body).match(/skoledistrikt nr\. \d+ /g) ?? []),
  ];

  it.each(['mine grupper', 'møder', 'dagsorden'])(
    '%s > every group stands on one page, and none is over 28 KB',
    async (text) => {
      const pages = await pagesOf(await world.say(inPrivate(bo), text), 'Flere grupper');
      expect(pages.flatMap(namesOn)).toHaveLength(700);
      expect(new Set(pages.flatMap(namesOn)).size).toBe(700);
      expect(Math.max(...pages.map((card) => Buffer.byteLength(JSON.stringify(card))))).toBeLessThan(
        28 * 1_024,
      );
    },
  );

  it('to choose from for a channel > is on pages too, and none is over 28 KB', async () => {
    const first = await world.say(inChannel('new', named), 'opsæt');
    const pages = await pagesOf(first, 'Flere grupper', inChannel('new', named));
    expect(pages).toHaveLength(35);
    for (const card of pages) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1_024);
  });

  it('to choose from, where thirty have no channel yet > begins with those', async () => {
    const fresh = await openMany(70, { setUp: 40 });
    await fresh.lookAround();
    const card = await fresh.say(inChannel('new', named), 'opsæt');
    const offered = executesOf(card).flatMap(({ verb, data }) =>
      verb === 'group.form' ? [data.groupId] : [],
    );
    expect(offered).toEqual(Array.from({ length: 20 }, (_, n) => idOf(40 + n)));
  });

  it('on a later page > has a way back, and reminders asked for there leave the reader on it', async () => {
    const first = await world.say(inPrivate(bo), 'mine grupper');
    const on = (card: Card, title: string) => executesOf(card).find((each) => each.title === title);
    expect(on(first, 'Forrige grupper')).toBeUndefined();
    const later = on(first, 'Flere grupper');
    const second = await world.click(inPrivate(bo), String(later?.verb), later?.data as object);
    const back = on(second, 'Forrige grupper');
    expect(namesOn(await world.click(inPrivate(bo), String(back?.verb), back?.data as object))).toEqual(
      namesOn(first),
    );
    const remind = executesOf(second).find(({ verb }) => verb === 'group.remind');
    const reminded = await world.click(inPrivate(bo), 'group.remind', remind?.data as object);
    expect(namesOn(reminded)).toEqual(namesOn(second));
  });
});

describe('a group with 200 subscribers and 60 meetings', () => {
  const subscribers = Array.from(
    { length: 200 },
    (_, n) => `f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  );
  const [last = ''] = subscribers.slice(-1);
  let world: ManyGroups;
  beforeAll(async () => {
    const daily = { kind: 'weekly', every: 1 } as const;
    world = await openMany(4, {
      members: subscribers,
      seriesOf: (n) => ({
        rule: { ...daily, weekday: (n + 1) as 1 },
        ...{ startsOn: '2026-11-01', endsOn: '2027-12-31', time: '09:00', lengthMinutes: 60 },
        ...{ place: 'Rådhuset', onHoliday: 'skip' },
      }),
    });
    const [first] = await world.meetings.list(own, world.time.now, 1);
    for (let extra = 1; first !== undefined && extra <= 60; extra += 1) {
      const startsAt = first.body.startsAt + extra * 86_400_000;
      const body = { ...first.body, occurrence: `${first.body.occurrence}-x${extra}`, startsAt };
      await world.meetings.insert(`${own}/${body.occurrence}`, body, { groupId: own, at: startsAt });
    }
    for (const personId of subscribers)
      await world.click(inPrivate(personId), 'group.remind', { groupId: own });
  });

  it('keeps every subscriber, and the last one’s click plans that one’s rows alone', async () => {
    expect((await world.groups.find(own))?.body.remindees).toHaveLength(200);
    const before = world.outbox.rows().length;
    await world.click(inPrivate(bo), 'group.remind', { groupId: own });
    const planned = world.outbox.rows().slice(before);
    expect(planned.length).toBeGreaterThan(60);
    expect(new Set(planned.map(({ to }) => to))).toEqual(new Set([bo]));
  });

  it('makes cards under 28 KB', async () => {
    const cards = [
      await world.say(inPrivate(last), 'mine grupper'),
      await world.say(inChannel(own, last), 'møder'),
      await world.say(inPrivate(last), 'dagsorden'),
      await world.click(inChannel(own, last), 'meeting.show', await ofMeeting(world)),
      await world.click(inPrivate(coordinatorOf(own)), 'group.sent', { groupId: own }),
      await world.click(inPrivate(coordinatorOf(own)), 'agenda.coordinate', await ofMeeting(world)),
    ];
    for (const card of cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1_024);
  });
});
