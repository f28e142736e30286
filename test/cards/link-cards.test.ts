import type { Card } from '../../src/cards/card';
import type { Answer } from '../../src/chat/turn';
import { afterDeadline, handInAs, parking, publish } from '../agenda/steps';
import {
  cardOf,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  openSetUpDesk,
  people,
} from '../meetings/desk';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { executesOf, nodesOf } from './crawl';

const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);
const nu = { groupId: 'ssp-nu' };

/** Every card that gives an address or says why not, by a name for its picture. */
const everyCard = async (language: 'da' | 'en'): Promise<readonly (readonly [string, Card])[]> => {
  const desk = await openSetUpDesk();
  const nuChannel = '19:nu@thread.tacv2';
  await desk.click('group.name', inChannel('administrator', nuChannel), { personId: people.coordinator });
  const weekly = { ...filledForm, ...nu, ruleKind: 'weekly', weekday: '4', groupVersion: 0 };
  await desk.click('group.confirm', inChannel('coordinator', nuChannel), weekly);
  await handInAs(desk, 'member', parking);
  const cards: (readonly [string, Card])[] = [];
  const keep = async (name: string, answer: Promise<Answer>) => {
    cards.push([`${name}-${language}`, cardOf(await answer)]);
  };
  const click = (verb: string, data: object, person: 'coordinator' | 'member' = 'coordinator') =>
    desk.click(verb, inPrivate(person), { language, ...data });
  await keep('feed-none', click('feed.show', { groupId }));
  await keep('feed-given', click('feed.issue', { groupId }));
  await keep('feed-has', click('feed.show', { groupId }));
  await keep('feed-stopped', click('feed.stop', { groupId }));
  await keep('feed-careful', click('feed.show', nu));
  await keep('feed-shared', desk.click('feed.show', inChannel('member'), { language, groupId }));
  await keep('file-given', click('meeting.file', january, 'member'));
  await keep('file-shared', desk.click('meeting.file', inChannel('member'), { language, ...january }));
  await keep('mail-open', click('meeting.mail', january));
  await keep('document-early', click('agenda.document', january));
  await afterDeadline(desk);
  await publish(desk);
  await keep('document-given', click('agenda.document', january));
  await keep('mail-published', click('meeting.mail', january));
  await keep('groups', click('group.mine', {}));
  return cards;
};
const allCards = async () => [...(await everyCard('da')), ...(await everyCard('en'))];

test('every card that gives an address > is whole, small, in its language and safe on every client', async () => {
  const faults = (await allCards()).flatMap(([name, card]) => {
    const json = JSON.stringify(card);
    return [
      ...(name.endsWith(`-${card.lang}`) && card.speak && card.fallbackText ? [] : ['head']),
      ...(Buffer.byteLength(json) < 28 * 1_024 ? [] : [`${Buffer.byteLength(json)} bytes`]),
      ...(/\$\{|null|undefined|NaN|\[object/.test(json) ? ['an unfilled place'] : []),
      ...executesOf(card).flatMap(({ data }) => (data.language === card.lang ? [] : ['a button’s language'])),
      ...nodesOf(card).flatMap((node) => {
        if (node.type === 'TextBlock') return node.wrap === true && node.text !== '' ? [] : ['a text'];
        if (node.type === 'Action.OpenUrl')
          return /^(https:\/\/|mailto:\?subject=)/.test(String(node.url)) ? [] : ['an address'];
        return String(node.type).startsWith('Input.') && !(node.label && node.errorMessage)
          ? ['a label']
          : [];
      }),
    ].map((fault) => `${name}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card that gives an address in the browser', () => {
  let renderer: Renderer;
  let cards: Awaited<ReturnType<typeof allCards>> = [];
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
    cards = await allCards();
  });
  afterAll(() => renderer.close());

  test.each(views)('can be read by everybody, $theme at $width px', async (view) => {
    const faults: string[] = [];
    for (const [name, card] of cards)
      faults.push(...(await renderer.faultsOf(card, view, name)).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });
});
