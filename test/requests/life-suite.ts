import type { OpeningHours } from '../../src/municipality/schema';
import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { ishoj } from '../cards/results';
import { cardOf, inPrivate, people } from '../meetings/desk';
import type { MeetingWorld, WorldOptions } from '../meetings/world';
import {
  askAs,
  cardIn,
  chatOf,
  filled,
  inUnit,
  messagesTo,
  number,
  openUnitWorld,
  pressAs,
  setUpUnit,
  standing,
  textOf,
  unitChannel,
  unitId,
} from './steps';

const { told, mine, unit: unitText, refusals, receipt, notReported, form } = requestTexts.da;
const name = 'Stabsenheden';
const link = '[43 57 75 55](tel:+4543577555)';
const minuteMs = 60_000;

/** Monday and Tuesday, six hours each; on Thursday only before noon, and not at Christmas. */
const openingHours: OpeningHours = {
  weekdays: {
    monday: [{ from: '09:00', to: '15:00' }],
    tuesday: [{ from: '09:00', to: '15:00' }],
    thursday: [{ from: '10:00', to: '12:00' }],
  },
  closedOn: ['12-24', '12-31'],
};

/** A database of its own for each test; nothing is said of the embedded one. */
export type LifeDatabase = WorldOptions & {
  readonly everything?: () => Promise<string>;
  readonly remove?: () => Promise<void>;
};

/** A request from the asker's click to the day when nothing of it is left, on one of the databases. */
export const describeLife = (openDatabase: () => Promise<LifeDatabase>): void => {
  let world: MeetingWorld;
  let database: LifeDatabase;
  beforeEach(async () => {
    database = await openDatabase();
    world = await openUnitWorld(database);
  });
  afterEach(async () => {
    await world.remove();
    await database.remove?.();
  });

  /** Every byte that the database has, or every document. */
  const everythingStored = async (): Promise<string> => {
    // Empties the write-ahead log at once, which happens within seconds by itself.
    await world.requests.remove('nothing');
    return (await database.everything?.()) ?? world.bytes();
  };
  const stateNow = async () =>
    (await world.requests.list(unitId, 0, 9)).map(({ body }) => body.progress.kind);

  describe('request, asked', () => {
    test('> the receipt says that the unit hasn’t got it yet, and that nobody has reported', async () => {
      const said = textOf(await askAs(world));
      for (const words of [receipt.heading['call-back'](name), notReported, link])
        expect(said).toContain(words);
      expect(await stateNow()).toEqual(['in-line']);
    });

    test('and delivered > the channel sees when and about what, neither who nor which number', async () => {
      await askAs(world);
      await world.settle();
      const card = standing(world);
      for (const words of [
        'tirsdag 1. december, eftermiddag',
        'onsdag 2. december, formiddag',
        form.matters['under-18'],
        unitText.notReport,
      ])
        expect(card).toContain(words);
      const everything = JSON.stringify(messagesTo(world, unitChannel));
      expect(everything).not.toMatch(/20 ?31 ?42 ?53|Navn member/);
      expect(standing(world, 'a:member')).toContain(mine.heading['in-channel'](name));
      expect(await stateNow()).toEqual(['in-channel']);
    });

    test('twice, and twice at once > there is one, and the second click shows it', async () => {
      await Promise.all([askAs(world), askAs(world)]);
      expect(textOf(await askAs(world))).toContain(mine.heading['in-line'](name));
      await world.settle();
      expect(await stateNow()).toHaveLength(1);
      expect(messagesTo(world, unitChannel)).toHaveLength(1);
      const again = await world.click('request.form', inPrivate('member'), { unitId });
      expect(textOf(again)).toContain(mine.already);
    });

    test.each([
      ['seven digits', { number: '2031425' }],
      ['a CPR number', { number: '120385-1234' }],
      ['words', { number: 'ring til Ahmed' }],
      ['no time', { when: '' }],
      ['one time', { when: '2026-12-01/afternoon' }],
      [
        'four times',
        { when: '2026-12-01/afternoon,2026-12-02/forenoon,2026-12-02/afternoon,2026-12-03/forenoon' },
      ],
      ['a time that is past', { when: '2026-11-30/forenoon,2026-12-02/forenoon' }],
      ['a Saturday', { when: '2026-12-05/forenoon,2026-12-02/forenoon' }],
    ])('with %s > nothing is kept, and the field says why', async (_, more) => {
      const card = cardOf(await askAs(world, 'member', more));
      expect(JSON.stringify(card)).toContain(requestTexts.da.faults['number' in more ? 'number' : 'when']);
      expect(JSON.stringify(card)).not.toMatch(/Ahmed|1234/);
      // What was right isn't typed again.
      expect(JSON.stringify(card).includes('"value":"20314253"')).toBe(!('number' in more));
      expect(await stateNow()).toEqual([]);
    });

    test('with more than the form has > only the form’s fields are kept', async () => {
      await askAs(world, 'member', { note: 'Ahmed i 8.b', matter: 'Ahmed i 8.b', number: '+45 20314253' });
      const [doc] = await world.requests.list(unitId, 0, 9);
      expect(JSON.stringify(doc)).not.toContain('Ahmed');
      expect(doc?.body.progress).toMatchObject({ wish: { kind: 'call-back', number: '20314253' } });
    });

    test('again after the first was withdrawn > the first receipt’s button leaves the second alone', async () => {
      const first = executesOf(cardOf(await askAs(world))).find(({ verb }) => verb === 'request.withdraw');
      await world.settle();
      await world.click('request.withdraw', inPrivate('member'), first?.data);
      await world.settle();
      await askAs(world);
      await world.settle();
      const said = textOf(await world.click('request.withdraw', inPrivate('member'), first?.data));
      expect(said).toContain(mine.heading['in-channel'](name));
      expect(await stateNow()).toEqual(['in-channel']);
    });

    test('in a channel > is refused, for others read along there', async () => {
      expect(textOf(await world.click('request.send', inUnit('member'), filled))).toContain(
        refusals['in-channel'],
      );
      expect(await stateNow()).toEqual([]);
    });
  });

  test('request, asked and withdrawn five times within a day > the sixth is the unit’s number; a day later it is one again', async () => {
    for (let nth = 1; nth <= 5; nth += 1) {
      expect(textOf(await askAs(world))).toContain(receipt.heading['call-back'](name));
      await world.settle();
      await world.click('request.withdraw', inPrivate('member'), { unitId });
      await world.settle();
    }
    const form = await world.click('request.form', inPrivate('member'), { unitId });
    for (const said of [textOf(form), textOf(await askAs(world))]) {
      expect(said).toContain(refusals['asked-enough']);
      expect(said).toContain(link);
    }
    expect(messagesTo(world, unitChannel)).toHaveLength(5);
    expect(textOf(await askAs(world, 'outsider'))).toContain(receipt.heading['call-back'](name));
    await world.sleepUntil('2026-12-02T09:30:00+01:00');
    const later = { when: '2026-12-03/forenoon,2026-12-03/afternoon' };
    expect(textOf(await askAs(world, 'member', later))).toContain(receipt.heading['call-back'](name));
  });

  describe('request in the channel', () => {
    beforeEach(async () => {
      await askAs(world);
      await world.settle();
    });

    test('taken by two at once > one has name and number, the other sees who has it, and so do all', async () => {
      const answers = await Promise.all([
        pressAs(world, 'coordinator', 'request.take'),
        pressAs(world, 'deputy', 'request.take'),
      ]);
      const texts = answers.map(textOf);
      expect(texts.filter((each) => each.includes(number) && each.includes('Navn member'))).toHaveLength(1);
      expect(texts.filter((each) => each.includes(unitText.takenBy) && !each.includes(number))).toHaveLength(
        1,
      );
      await world.settle();
      expect(standing(world)).toContain(
        `${unitText.takenBy}${texts[0]?.includes(number) ? 'coordinator' : 'deputy'}`,
      );
      expect(chatOf(world)).toContain(told.taken(name, link));
      expect(standing(world, 'a:member')).toContain(mine.heading.taken(name));
    });

    test('taken > name and number stand in no message', async () => {
      const answer = await pressAs(world, 'coordinator', 'request.take');
      if (answer.kind !== 'card') throw new Error('no card');
      expect(JSON.stringify(answer.pointer)).not.toMatch(/20 ?31|Navn/);
      await world.settle();
      expect(JSON.stringify(world.teams.messages)).not.toMatch(/20 ?31 ?42 ?53|Navn member/);
    });

    test('taken > another of the unit can neither close it nor see the number; a deputy can', async () => {
      world.roster.of[unitChannel] = world.members('coordinator', 'deputy', 'member', 'guest');
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      for (const verb of ['request.close', 'request.give-back', 'request.number']) {
        const said = textOf(await pressAs(world, 'deputy', verb));
        expect(said).toContain(`${unitText.takenBy}coordinator`);
        expect(said).not.toContain(number);
      }
      await world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies: people.deputy });
      expect(textOf(await pressAs(world, 'deputy', 'request.number'))).toContain(number);
      await pressAs(world, 'deputy', 'request.close');
      expect(await stateNow()).toEqual(['closed']);
    });

    test('taken by somebody who then leaves > another can give it back', async () => {
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      world.roster.of[unitChannel] = world.members('deputy');
      await pressAs(world, 'deputy', 'request.give-back');
      expect(await stateNow()).toEqual(['in-channel']);
    });

    test('given back > it stands there again, and the asker hears so', async () => {
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      expect(textOf(await pressAs(world, 'coordinator', 'request.give-back'))).toContain(
        unitText.done.returned,
      );
      await world.settle();
      expect(standing(world)).toContain(unitText.states['in-channel']);
      expect(chatOf(world).filter((each) => each === told['in-channel'](name))).toHaveLength(1);
    });

    test('taken and given back over and over > the asker’s chat isn’t filled, and the end is told', async () => {
      for (let nth = 1; nth <= 6; nth += 1) {
        await pressAs(world, 'coordinator', 'request.take');
        await world.settle();
        await pressAs(world, 'coordinator', 'request.give-back');
        await world.settle();
      }
      const often = (words: string) => chatOf(world).filter((each) => each === words).length;
      expect([often(told.taken(name, link)), often(told['in-channel'](name))]).toEqual([3, 3]);
      expect(chatOf(world).at(-1)).toBe(told['in-channel'](name));
      await pressAs(world, 'deputy', 'request.take');
      await world.settle();
      expect(standing(world, 'a:member')).toContain(mine.heading.taken(name));
      await pressAs(world, 'deputy', 'request.close');
      await world.settle();
      expect(chatOf(world).at(-1)).toBe(told.closed(name, link));
    });

    test('closed > the number is in no file, the cards and the asker say so, and nothing can be done', async () => {
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      expect(await everythingStored()).toContain('20314253');
      const data = executesOf(cardIn(world)).find(({ verb }) => verb === 'request.close')?.data;
      await pressAs(world, 'coordinator', 'request.close');
      await world.settle();
      expect(await everythingStored()).not.toContain('20314253');
      expect(standing(world)).toContain(unitText.states.closed);
      expect(executesOf(cardIn(world))).toEqual([]);
      expect(chatOf(world)).toContain(told.closed(name, link));
      for (const verb of ['request.take', 'request.close', 'request.number', 'request.give-back'])
        expect(textOf(await world.click(verb, inUnit('coordinator'), data))).toContain(
          unitText.states.closed,
        );
    });

    test('withdrawn, also when it is taken > the unit sees so, and the number is gone', async () => {
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      const said = textOf(await world.click('request.withdraw', inPrivate('member'), { unitId }));
      expect(said).toContain(mine.lead.withdrawn);
      await world.settle();
      expect(standing(world)).toContain(unitText.states.withdrawn);
      expect(JSON.stringify(await world.requests.list(unitId, 0, 9))).not.toContain('20314253');
      expect(textOf(await askAs(world))).toContain(receipt.heading['call-back'](name));
    });

    test.each([
      ['a guest of the channel', () => inUnit('guest')],
      ['somebody elsewhere', () => inUnit('outsider')],
      ['one of the unit in private', () => inPrivate('coordinator')],
      ['the asker', () => inUnit('member')],
    ])('clicked to by %s > nothing changes and nothing is shown', async (_, actor) => {
      const data = executesOf(cardIn(world))[0]?.data;
      for (const verb of ['request.take', 'request.number', 'request.close', 'request.give-back']) {
        const said = textOf(await world.click(verb, actor(), data));
        expect(said).toContain(refusals.outsider);
        expect(said).not.toMatch(/20 31|Navn member/);
      }
      expect(await stateNow()).toEqual(['in-channel']);
    });

    test('whose card somebody deletes > it is posted again', async () => {
      const { messages } = world.teams;
      const at = messages.findIndex(({ to }) => to === unitChannel);
      messages[at] = { ...messages[at]!, id: 'deleted', to: 'nowhere' };
      const [doc] = await world.requests.list(unitId, 0, 1);
      await world.click('request.take', inUnit('coordinator'), {
        unitId,
        reference: `${doc?.body.askedAt}.${doc?.body.key}`,
      });
      await world.settle();
      expect(standing(world)).toContain(unitText.takenBy);
    });
  });

  describe('request that Teams doesn’t take', () => {
    const away = { status: 503 } as const;

    test('for five minutes > is delivered late, and only then is said to be', async () => {
      world.teams.refusing.set(unitChannel, away);
      await askAs(world);
      await world.settle();
      expect(chatOf(world)).toEqual([]);
      expect(textOf(await world.click('request.mine', inPrivate('member'), { unitId }))).toContain(
        mine.lead['in-line'],
      );
      world.pass(5 * minuteMs);
      world.teams.refusing.clear();
      await world.settle();
      expect(standing(world)).toContain(unitText.states['in-channel']);
      expect(standing(world, 'a:member')).toContain(mine.heading['in-channel'](name));
    });

    test('for ten minutes > the asker is told to call, with the number; it never comes afterwards', async () => {
      world.teams.refusing.set(unitChannel, away);
      await askAs(world);
      await world.settle();
      world.pass(10 * minuteMs);
      await world.settle();
      expect(chatOf(world)).toEqual([told.undelivered(name, link)]);
      world.teams.refusing.clear();
      world.pass(30 * minuteMs);
      await world.settle();
      expect(messagesTo(world, unitChannel)).toEqual([]);
      expect(JSON.stringify(await world.requests.list(unitId, 0, 9))).not.toContain('20314253');
    });

    test('because the bot was removed > the asker is told at once, and the button goes until it is back', async () => {
      expect([...world.calledUnits()]).toEqual([unitId]);
      world.teams.refusing.set(unitChannel, { status: 403, code: 'BotNotInConversationRoster' });
      world.roster.of[unitChannel] = 'gone';
      await askAs(world);
      await world.settle();
      expect(chatOf(world)).toEqual([told.undelivered(name, link)]);
      world.pass(minuteMs);
      await world.settle();
      expect([...world.calledUnits()]).toEqual([]);
      expect(textOf(await askAs(world))).toContain(refusals['no-channel']);
      world.roster.of[unitChannel] = world.members('coordinator');
      world.teams.refusing.clear();
      world.pass(11 * minuteMs);
      await world.settle();
      expect([...world.calledUnits()]).toEqual([unitId]);
    });

    test('because the unit was taken down while it waits > the asker hears so, and the card in the channel is over', async () => {
      await askAs(world);
      await world.settle();
      await world.click('unit.take-down', inUnit('coordinator'), { unitId });
      await world.settle();
      expect(chatOf(world)).toContain(told.undelivered(name, link));
      expect(standing(world)).toContain(unitText.states.undelivered);
      expect(executesOf(cardIn(world))).toEqual([]);
      await setUpUnit(world);
      expect(textOf(await askAs(world))).toContain(receipt.heading['call-back'](name));
    });
  });

  describe('request that nobody takes', () => {
    const reminders = () =>
      messagesTo(world, unitChannel).filter(({ shown }) => shown.includes('venter stadig. Find'));
    const untilEvening = async (from: string, hours: number) => {
      for (let quarter = 1; quarter <= hours * 4; quarter += 1)
        await world.sleepUntil(new Date(Date.parse(from) + quarter * 15 * minuteMs).toISOString());
    };

    test('> the channel is reminded after four working hours, the deputies after eight, the asker after twelve', async () => {
      await world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies: people.deputy });
      await askAs(world);
      await world.settle();
      await untilEvening('2026-12-01T09:00:00+01:00', 3.5);
      expect(reminders()).toEqual([]);
      await untilEvening('2026-12-01T12:30:00+01:00', 1);
      expect(reminders()).toHaveLength(1);
      expect(messagesTo(world, people.deputy)).toEqual([]);
      await untilEvening('2026-12-01T13:30:00+01:00', 22);
      const [alert] = messagesTo(world, people.deputy);
      expect(alert?.shown).toContain('Ingen i Stabsenheden har taget en anmodning');
      expect(new Date(alert?.at ?? 0).toISOString().slice(0, 13)).toBe('2026-12-02T08');
      expect(chatOf(world)).not.toContain(told.overdue(name, link));
      await untilEvening('2026-12-02T11:30:00+01:00', 3);
      expect(chatOf(world)).toContain(told.overdue(name, link));
      expect(standing(world, 'a:member')).toContain(mine.heading.overdue(name));
      await untilEvening('2026-12-02T14:30:00+01:00', 48);
      expect([reminders().length, messagesTo(world, people.deputy).length]).toEqual([1, 1]);
      expect(chatOf(world).filter((each) => each === told.overdue(name, link))).toHaveLength(1);
      await pressAs(world, 'coordinator', 'request.take');
      await world.settle();
      expect(chatOf(world)).toContain(told.taken(name, link));
    });

    test('over a weekend > the form says Monday, and nobody is reminded before Monday noon', async () => {
      await world.sleepUntil('2026-12-04T16:30:00+01:00');
      const asked = textOf(await world.click('request.form', inPrivate('member'), { unitId }));
      expect(asked).toContain('mandag 7. december kl. 8.00');
      expect(asked).toContain(form.usualHours);
      await askAs(world, 'member', { when: '2026-12-07/forenoon,2026-12-07/afternoon' });
      await world.settle();
      await untilEvening('2026-12-04T16:30:00+01:00', 67);
      expect(reminders()).toEqual([]);
      await untilEvening('2026-12-07T11:30:00+01:00', 1);
      expect(reminders()).toHaveLength(1);
    });

    test('over Christmas, of a unit with hours of its own > is called to mind in those alone, and the form says when', async () => {
      await world.remove();
      const units = { ...ishoj.units, [unitId]: { ...ishoj.units[unitId], openingHours } };
      world = await openUnitWorld({ ...database, file: { units } });
      await world.click('unit.save-deputies', inUnit('coordinator'), { unitId, deputies: people.deputy });
      await world.sleepUntil('2026-12-23T15:30:00+01:00');
      const asked = textOf(await world.click('request.form', inPrivate('member'), { unitId }));
      expect(asked).toContain(form.expected(name, 'mandag 28. december kl. 9.00'));
      expect(asked).not.toContain(form.usualHours);
      await askAs(world, 'member', { when: '2026-12-28/forenoon,2026-12-28/afternoon' });
      await world.settle();
      /** By the hour, until then. */
      const lookUntil = async (wall: string) => {
        while (world.now() < Date.parse(wall)) {
          world.pass(60 * minuteMs);
          await world.settle();
        }
      };
      const reached = () => [
        reminders().length,
        messagesTo(world, people.deputy).length,
        chatOf(world).filter((each) => each === told.overdue(name, link)).length,
      ];
      await lookUntil('2026-12-28T12:00:00+01:00');
      expect(reached()).toEqual([0, 0, 0]);
      await lookUntil('2026-12-28T15:00:00+01:00');
      expect(reached()).toEqual([1, 0, 0]);
      await lookUntil('2026-12-29T10:30:00+01:00');
      expect(reached()).toEqual([1, 0, 0]);
      await lookUntil('2026-12-29T13:00:00+01:00');
      expect(reached()).toEqual([1, 1, 0]);
      // The twelfth hour is over as the unit closes, until next year.
      await lookUntil('2026-12-29T16:00:00+01:00');
      expect(reached()).toEqual([1, 1, 1]);
    });

    test('for 14 days > it ends by itself, the number is gone and both are told', async () => {
      await askAs(world);
      await world.settle();
      await world.sleepUntil('2026-12-15T10:00:00+01:00');
      expect(await stateNow()).toEqual(['expired']);
      expect(chatOf(world)).toContain(told.expired(name, link));
      expect(standing(world)).toContain(unitText.states.expired);
    });
  });

  test('request that is over for seven days > nothing says who asked, neither its document nor a row', async () => {
    await askAs(world);
    await world.settle();
    await pressAs(world, 'coordinator', 'request.take');
    await world.settle();
    await pressAs(world, 'coordinator', 'request.close');
    await world.settle();
    await world.sleepUntil('2026-12-08T08:00:00+01:00');
    expect(JSON.stringify(await world.requests.list(unitId, 0, 9))).toContain(people.member);
    await world.sleepUntil('2026-12-08T10:00:00+01:00');
    expect(await world.requests.list(unitId, 0, 9)).toEqual([]);
    const rows = await world.rows(unitId);
    expect(rows.length).toBeGreaterThan(4);
    expect(JSON.stringify(rows)).not.toContain(people.member);
    expect(JSON.stringify(world.logged)).not.toMatch(/a0000000|20314253/);
  });
};
