// A call back over HTTP, in the built program: from a result to the unit's channel and back.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Card } from '../../src/cards/card';
import { requestTexts } from '../../src/text/requests';
import { executesOf } from '../cards/crawl';
import { wordsOn as textOf } from '../requests/words';
import { cardOf, type Entry } from '../support/connector';
import { channels, everyRoster, type Groups, type Name, personIdOf, startGroups } from '../support/groups';
import { until } from '../support/patience';

const { told, mine, unit: unitText, setUp, receipt, form } = requestTexts.da;
const name = 'Stabsenheden';
const unitId = 'staff-unit';
const link = '[43 57 75 55](tel:+4543577555)';
/** Friday, 27 November 2026, at ten in Denmark. */
const friday = new Date('2026-11-27T09:00:00Z');
const adult = { urgency: 'ordinary', subject: 'young-person', age: 'adult', workplace: 'other' };
const chatOf = (person: Name): string => `a:personal-of-${personIdOf(person)}`;
const rosterOf = (person: Name) => [
  { objectId: personIdOf(person), name: `${person} (opfundet)`, userRole: 'user' },
];

let groups: Groups;
beforeAll(async () => {
  groups = await startGroups(friday);
  await groups.connector.setRosters({
    ...everyRoster,
    [chatOf('dan')]: rosterOf('dan'),
    [chatOf('cilla')]: rosterOf('cilla'),
  });
});
afterAll(() => groups.stop());

const at = (wall: string): void => groups.clock.set(new Date(wall));
const entriesTo = async (to: string): Promise<readonly Entry[]> =>
  (await groups.connector.entries()).filter(({ conversationId, fault }) => conversationId === to && !fault);
/** Waits until somebody has been written those words. */
const reads = (to: string, words: string): Promise<Entry> =>
  until(
    async () => (await entriesTo(to)).find(({ activity }) => activity.text === words),
    () => `nobody wrote ${words}`,
  );
/** Waits until a card that says so stands in the conversation, and gives it. */
const stands = (to: string, words: string): Promise<Card> =>
  until(
    async () => {
      const card = (await entriesTo(to)).map(cardOf).findLast((each) => each !== undefined);
      return card !== undefined && textOf(card).includes(words) && card;
    },
    () => `no card in ${to} says ${words}`,
  );

const resultFor = (person: Name): Promise<Card> =>
  groups.at(person).click('concern.show', { version: 1, language: 'da', answers: adult });
const isCalled = (card: Card): boolean => executesOf(card).some(({ verb }) => verb === 'request.form');

const askAs = async (person: Name, when: string): Promise<Card> => {
  const asker = groups.at(person);
  const asked = await asker.press(await resultFor(person), 'request.form');
  return asker.press(asked, 'request.send', { number: '20 31 42 53', when });
};

test('unit without a channel > has no button on its answers; with one it has, within a minute', async () => {
  expect(isCalled(await resultFor('dan'))).toBe(false);
  const administrator = groups.at('administrator', 'north');
  const choose = await administrator.ask('enhed');
  const person = { unitId: 'staff-unit', personId: personIdOf('anna') };
  expect(textOf(await administrator.press(choose, 'unit.name', person))).toContain(setUp.namedNext);
  const preview = await groups.at('anna', 'north').ask('enhed');
  expect(textOf(preview)).toContain(setUp.readers(5, 1));
  expect(textOf(await groups.at('anna', 'north').press(preview, 'unit.confirm'))).toContain(
    setUp.openHeading(name),
  );
  at('2026-11-27T10:01:00+01:00');
  await until(
    async () => isCalled(await resultFor('dan')),
    () => 'no button came',
  );
  const menu = await groups.at('dan').ask('menu');
  expect(textOf(menu)).toContain(requestTexts.da.menu.meaning);
});

test('asked, taken by two at once, closed > each hears what is so, and the number is in no message', async () => {
  const asked = await askAs('dan', '2026-11-27/afternoon,2026-11-30/forenoon');
  expect(textOf(asked)).toContain(receipt.heading['call-back'](name));
  const card = await stands(channels.north, unitText.states['in-channel']);
  await stands(chatOf('dan'), mine.heading['in-channel'](name));
  const taken = await Promise.all(
    (['anna', 'bo'] as const).map((person) => groups.at(person, 'north').press(card, 'request.take')),
  );
  const numbers = taken.map((each) => textOf(each).includes('20 31 42 53'));
  expect(numbers.toSorted()).toEqual([false, true]);
  const [winner, loser] = numbers[0] ? (['anna', 'bo'] as const) : (['bo', 'anna'] as const);
  expect(textOf(taken[numbers[0] ? 1 : 0]!)).toContain(`${unitText.takenBy}${winner}`);
  expect(textOf(taken[numbers[0] ? 0 : 1]!)).toContain('dan (opfundet)');
  await reads(chatOf('dan'), told.taken(name, link));
  const standing = await stands(channels.north, `${unitText.takenBy}${winner}`);
  expect(textOf(await groups.at(loser, 'north').press(standing, 'request.close'))).toContain(
    unitText.takenBy,
  );
  const closed = await groups.at(winner, 'north').press(standing, 'request.close');
  expect(textOf(closed)).toContain(unitText.done.closed);
  await reads(chatOf('dan'), told.closed(name, link));
  expect(executesOf(await stands(channels.north, unitText.states.closed))).toEqual([]);
  expect(JSON.stringify(await entriesTo(channels.north))).not.toMatch(/20 ?31 ?42 ?53|dan \(/);
});

test('withdrawn > the unit’s card says so', async () => {
  await askAs('cilla', '2026-11-27/afternoon,2026-11-30/forenoon');
  const follows = await stands(chatOf('cilla'), mine.heading['in-channel'](name));
  const withdrawn = await groups.at('cilla').press(follows, 'request.withdraw');
  expect(textOf(withdrawn)).toContain(mine.lead.withdrawn);
  await stands(channels.north, unitText.states.withdrawn);
});

test('in a weekend > the form says Monday; forgotten until Monday noon, the channel is reminded', async () => {
  at('2026-11-28T11:00:00+01:00');
  const asker = groups.at('dan');
  const asked = await asker.press(await resultFor('dan'), 'request.form');
  expect(textOf(asked)).toContain(form.expected(name, 'mandag 30. november kl. 8.00'));
  await asker.press(asked, 'request.send', {
    number: '20314253',
    when: '2026-11-30/forenoon,2026-11-30/afternoon',
  });
  await stands(channels.north, unitText.states['in-channel']);
  at('2026-11-30T12:11:00+01:00');
  await reads(channels.north, unitText.remind['call-back']('lørdag 28. november kl. 11.00'));
});

test('that Teams doesn’t take for some minutes > is on its way as long, then in the channel, and is withdrawn', async () => {
  at('2026-11-30T12:30:00+01:00');
  await groups.connector.order(
    ...Array.from({ length: 3 }, () => ({ method: 'POST', status: 503 }) as const),
  );
  await askAs('cilla', '2026-11-30/afternoon,2026-12-01/forenoon');
  const mineNow = () => groups.at('cilla').click('request.mine', { version: 1, language: 'da', unitId });
  expect(textOf(await mineNow())).toContain(mine.lead['in-line']);
  const before = (await entriesTo(channels.north)).length;
  for (const minute of [31, 33, 35, 37]) at(`2026-11-30T12:${minute}:00+01:00`);
  await until(
    async () => textOf(await mineNow()).includes(mine.lead['in-channel']),
    () => 'it never arrived',
  );
  expect((await entriesTo(channels.north)).length).toBeGreaterThan(before);
  await groups.connector.order();
  const withdrawn = await groups.at('cilla').press(await mineNow(), 'request.withdraw');
  expect(textOf(withdrawn)).toContain(mine.lead.withdrawn);
  await stands(channels.north, unitText.states.withdrawn);
});

test('that Teams doesn’t take for ten minutes > the asker is told to call', async () => {
  at('2026-11-30T13:00:00+01:00');
  const away = { method: 'POST', status: 503 } as const;
  await groups.connector.order(...Array.from({ length: 40 }, () => away));
  await askAs('cilla', '2026-11-30/afternoon,2026-12-01/forenoon');
  at('2026-11-30T13:11:00+01:00');
  await until(
    async () => {
      const shown = await groups
        .at('cilla')
        .click('request.mine', { version: 1, language: 'da', unitId: 'staff-unit' });
      return textOf(shown).includes(mine.heading.undelivered(name));
    },
    () => 'it was never given up',
  );
  await groups.connector.order();
  await groups.connector.clear();
  at('2026-11-30T13:30:00+01:00');
  await reads(chatOf('cilla'), told.undelivered(name, link));
});

test('a number and teaching’s line > are in the database while it is open, and nowhere once it is closed', async () => {
  const typed = { number: '61 82 93 74', place: 'Kanarieskolen', level: 'upper', themes: 'identity' };
  /** What stands in every file of the database. */
  const bytes = (): string => {
    const folder = path.dirname(groups.app.databaseFile);
    return readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), 'latin1'))
      .join();
  };
  const form = await groups.at('dan').click('teaching.form', { version: 1, language: 'da', unitId });
  await groups.at('dan').press(form, 'teaching.send', typed);
  const card = await stands(channels.north, typed.place);
  expect(bytes()).toContain('61829374');
  expect(bytes()).toContain(typed.place);
  const taken = await groups.at('anna', 'north').press(card, 'request.take');
  expect(textOf(taken)).toContain(typed.number);
  await groups.at('anna', 'north').press(taken, 'request.close');
  expect(textOf(await stands(channels.north, unitText.states.closed))).not.toContain(typed.place);
  await until(
    () => !/61829374|Kanarieskolen/.test(bytes()),
    () => 'it stays in a file of the database',
  );
  expect(JSON.stringify(await groups.connector.entries())).not.toMatch(/61 ?82 ?93 ?74/);
});

test('and nothing of who asked what is in the log', () => {
  const log = groups.app.log();
  expect(log).toContain('"started"');
  for (const secret of [
    '20314253',
    '20 31 42 53',
    '61829374',
    'Kanarieskolen',
    personIdOf('dan'),
    personIdOf('cilla'),
    'staff-unit',
    'opfundet',
  ])
    expect(log).not.toContain(secret);
});
