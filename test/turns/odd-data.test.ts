import type { Card } from '../../src/cards/card';
import { texts } from '../../src/text/text';
import { personalMessage, submitClick } from '../support/activities';
import { cardOf } from '../support/connector';
import { botId, buttonsOf, startTeams, type Teams } from '../support/teams';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams({ LOG_LEVEL: 'trace' });
});
afterAll(() => teams.stop());

const settled = { urgency: 'ordinary', subject: 'young-person', age: 'under-18', workplace: 'school' };
const data = (answers: unknown, other: object = {}) => ({ version: 1, language: 'da', answers, ...other });
const long = 'x'.repeat(10_240);

/** Verb and data that no card of ours carries today. */
const odd: [string, unknown, unknown][] = [
  ['no verb', undefined, data({})],
  ['an unknown verb', 'concern.delete', data({})],
  ['a verb that is a method of every object', 'constructor', data({})],
  ['the verb __proto__', '__proto__', data({})],
  ['a verb that is an object', { toString: 'concern.show' }, data({})],
  ['a verb that is a list', ['concern.show'], data({})],
  ['a long verb', long, data({})],
  ['no data', 'concern.show', undefined],
  ['empty data', 'concern.show', {}],
  ['data that is null', 'concern.show', null],
  ['data that is a text', 'concern.show', 'data'],
  ['data that is a list', 'concern.show', [data({})]],
  ['an old version of the card', 'concern.show', { ...data({}), version: 0 }],
  ['a card of a later version', 'concern.show', { ...data({}), version: 2 }],
  ['a version of another type', 'concern.show', { ...data({}), version: '1' }],
  ['an unknown language', 'concern.show', { ...data({}), language: 'sv' }],
  ['answers that are null', 'concern.show', data(null)],
  ['answers that are a list', 'concern.show', data([])],
  ['an unknown answer', 'concern.show', data({ urgency: 'tomorrow' })],
  ['an answer of another type', 'concern.show', data({ urgency: 1 })],
  ['an answer that is a list', 'concern.show', data({ urgency: ['danger'] })],
  ['a long answer', 'concern.show', data({ urgency: long })],
  ['an unknown question', 'concern.show', data({ name: 'danger' })],
  [
    'a question called __proto__',
    'concern.show',
    JSON.parse('{"version":1,"language":"da","answers":{"__proto__":"danger"}}'),
  ],
  ['a question called constructor', 'concern.show', data({ constructor: 'danger' })],
  ['an answer to a question that was not asked', 'concern.show', data({ subject: 'general', age: 'adult' })],
  ['an answer of a template expression', 'concern.show', data({ urgency: `$${'{string($root)}'}` })],
  [
    'a change of an answer that was not given',
    'concern.show',
    data({ urgency: 'urgent' }, { change: 'age' }),
  ],
  ['a change before there is a result', 'concern.show', data({ urgency: 'urgent' }, { change: 'urgency' })],
  ['a change of an unknown question', 'concern.show', data(settled, { change: 'constructor' })],
  ['the text of a result that is not settled', 'concern.text', data({ urgency: 'danger' })],
  ['a page in an unknown language', 'signs.show', { version: 1, language: 'xx' }],
];

const isMenu = (card: Card): boolean => JSON.stringify(card).includes(texts.da.notices.stale);

describe('click, with data that no card of today carries', () => {
  test.each(odd)('%s brings the menu, calmly', async (_, verb, clicked) => {
    const answer = await teams.person().click(verb, clicked);
    expect(answer.statusCode).toBe(200);
    expect(isMenu(answer.value as Card)).toBe(true);
    expect(JSON.stringify(answer.value)).not.toMatch(/x{100}|\$\{|tomorrow/);
  });

  test('keeps the language that the card names', async () => {
    const { value } = await teams.person().click('concern.show', { version: 0, language: 'en' });
    expect(JSON.stringify(value)).toContain(texts.en.notices.stale);
  });

  test('a value that is no click brings the menu too', async () => {
    const person = teams.person();
    const send = async (value: unknown) => {
      const answer = await person.send({
        ...submitClick(person.place, { data: {} }),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value,
      } as never);
      return [answer.status, isMenu(((await answer.json()) as { value: Card }).value)];
    };
    for (const value of [
      null,
      7,
      'text',
      [],
      {},
      { action: null },
      { action: 'x' },
      { action: { verb: {} } },
    ]) {
      expect([value, await send(value)]).toEqual([value, [200, true]]);
    }
  });

  test('another user’s card is only a card: it tells nothing of that user', async () => {
    const [one, other] = [teams.person(), teams.person()];
    const card = await one.ask('hej');
    const button = buttonsOf(card).find(({ title }) => title === texts.da.choices.urgency.ordinary.title);
    const [mine, theirs] = [
      await one.click(button?.verb, button?.data),
      await other.click(button?.verb, button?.data),
    ];
    expect(theirs).toEqual(mine);
  });

  test('the same card as a button of an old client changes its message', async () => {
    const person = teams.person();
    const answer = await person.send(
      submitClick(person.place, { messageId: 'old-card', data: { ...data(settled), verb: 'concern.show' } }),
    );
    expect(answer.status).toBe(200);
    const [update] = await teams.connector.waitFor(
      1,
      ({ method, messageId }) => method === 'PUT' && messageId === 'old-card',
    );
    const clicked = await person.click('concern.show', data(settled));
    expect(update && cardOf(update)).toEqual(clicked.value);
  });
});

describe('log, at its most talkative', () => {
  test('holds nothing of a message, an answer, a route or an id', async () => {
    const person = teams.person();
    await person.ask('jeg er bekymret for Hemmelig Opdigtsen');
    await person.ask('010203-1234');
    await person.click('concern.show', data(settled));
    await person.click('concern.nonsense', { secret: 'hemmeligt' });
    const activity = personalMessage(person.place, 'hej');
    await person.send(activity);
    await person.send({ ...activity, id: '' } as never);
    await teams.app.logged('request-refused');
    await teams.app.logged('card-refused');
    const log = teams.app.log();
    expect(log).toContain('started');
    for (const secret of [
      'Hemmelig',
      'hemmeligt',
      '010203',
      'concern',
      'school',
      'fill-report-form',
      person.place.userId,
      activity.id,
    ]) {
      expect([secret, log.includes(secret)]).toEqual([secret, false]);
    }
    expect(log.split(botId)).toHaveLength(2);
  });

  test('and /metrics holds no route either', async () => {
    const metrics = await (await fetch(`${teams.app.url}/metrics`)).text();
    expect(metrics).toMatch(/vejviser_turns_total\{kind="click"\} [1-9]/);
    expect(metrics).not.toMatch(/(?<!http_)route=|fill-report-form|young-person|concern\.show/);
  });
});
