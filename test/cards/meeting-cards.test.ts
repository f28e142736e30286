import type { Card } from '../../src/cards/card';
import type { Answer } from '../../src/chat/turn';
import { reminderKinds } from '../../src/meetings/reminder-plan';
import { renderRow } from '../../src/meetings/render';
import {
  cardOf,
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  now,
  openSetUpDesk,
  people,
} from '../meetings/desk';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { executesOf, nodesOf } from './crawl';

const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);

/** Every kind of card about groups and meetings, by a name for its picture. */
const everyCard = async (): Promise<readonly (readonly [string, Card])[]> => {
  const desk = await openSetUpDesk();
  const coordinator = inChannel('coordinator');
  const functions = desk.ports.municipality.groups.find(({ id }) => id === groupId)?.functions ?? [];
  const other = '19:another@thread.tacv2';
  await desk.click('group.name', inChannel('administrator', other), { personId: people.coordinator });
  const bad = {
    ...filledForm,
    groupId: 'ssp-network-2',
    startsOn: '2026-11-01',
    lengthMinutes: '500',
    place: '',
  };
  const apology = { ...january, functionId: functions[1]?.id, substituteId: functions[2]?.id };
  const answers: readonly (readonly [string, Promise<Answer>])[] = [
    ['set-up-choose', desk.click('group.set-up', inChannel('coordinator', other))],
    ['set-up-form', desk.click('group.form', coordinator, { groupId })],
    ['set-up-faults', desk.click('group.preview', inChannel('coordinator', other), bad)],
    ['set-up-plan', desk.click('group.plan', coordinator, filledForm)],
    ['set-up-preview', desk.click('group.preview', coordinator, filledForm)],
    ['set-up-done', desk.click('group.confirm', coordinator, { ...filledForm, groupVersion: 1 })],
    ['set-up-already', desk.click('group.set-up', coordinator)],
    ['set-up-name', desk.click('group.choose-person', inChannel('administrator'))],
    ['set-up-refused', desk.click('group.form', inChannel('member'), { groupId })],
    ['meeting-show', desk.click('meeting.show', inChannel('member'), january)],
    ['meeting-more', desk.click('meeting.more', coordinator, january)],
    ['meeting-apology', desk.click('meeting.apology', coordinator, january)],
    ['meeting-apology-fault', desk.click('meeting.apologise', coordinator, { ...january, functionId: '' })],
    ['meeting-apologised', desk.click('meeting.apologise', coordinator, apology)],
    ['meeting-change', desk.click('meeting.change', coordinator, january)],
    ['meeting-extra', desk.click('meeting.extra', coordinator, { groupId })],
    ['meeting-ask-cancel', desk.click('meeting.ask-cancel', coordinator, january)],
    ['meeting-mail', desk.click('meeting.mail', coordinator, january)],
    ['meeting-next', desk.click('meeting.next', coordinator)],
    ['group-mine', desk.say('mine grupper', inPrivate('coordinator'))],
    ['group-sent', desk.click('group.sent', coordinator, { groupId })],
  ];
  const cards = await Promise.all(
    answers.map(async ([name, answer]) => [name, cardOf(await answer)] as const),
  );
  const cancelled = await desk.click('meeting.cancel', coordinator, { ...january, occurrence: '2027-03-09' });
  const group = desk.groups.all()[0]?.body;
  const meeting = desk.meetings.all().find(({ id }) => id === `${groupId}/2027-01-12`)?.body;
  if (group === undefined || meeting === undefined) throw new Error('nothing is set up');
  const { municipality, retention } = desk.ports;
  const reminders = reminderKinds.flatMap((kind) => {
    const rendered = renderRow(
      { kind },
      { group, meeting, municipality, retention, isLate: true, now: now.getTime() },
    );
    return rendered?.kind === 'card' ? [[`reminder-${kind}`, rendered.card] as const] : [];
  });
  return [...cards, ['meeting-cancelled', cardOf(cancelled)], ...reminders];
};

describe('every card about meetings', () => {
  test('is whole, small and safe on every client', async () => {
    const cards = await everyCard();
    const faults = cards.flatMap(([name, card]) => {
      const json = JSON.stringify(card);
      const isInChannel = /^(meeting-show|reminder-)/.test(name);
      return [
        ...(card.version === '1.5' && card.lang === 'da' && card.speak && card.fallbackText ? [] : ['head']),
        ...(Buffer.byteLength(json) < 28 * 1_024 ? [] : [`${Buffer.byteLength(json)} bytes`]),
        ...(/\$\{|null|undefined|NaN|\[object/.test(json) ? ['an unfilled place'] : []),
        ...(isInChannel && executesOf(card).length > 3 ? ['more than three buttons'] : []),
        ...nodesOf(card).flatMap((node) => {
          if (node.type === 'Action.Execute')
            return (node.fallback as { type: string }).type === 'Action.Submit' ? [] : ['no fallback'];
          if (node.type === 'TextBlock') return node.wrap === true && node.text !== '' ? [] : ['a text'];
          return String(node.type).startsWith('Input.') && !(node.label && node.errorMessage)
            ? ['a label']
            : [];
        }),
      ].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(cards.length).toBeGreaterThanOrEqual(26);
  });
});

const executablePath = findChromium();
describeWith('Chromium', executablePath)('every card about meetings in the browser', () => {
  let renderer: Renderer;
  let cards: Awaited<ReturnType<typeof everyCard>> = [];
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
    cards = await everyCard();
  }, 60_000);
  afterAll(() => renderer.close());

  test.each(views)(
    'can be read by everybody, $theme at $width px',
    async (view) => {
      const faults: string[] = [];
      for (const [name, card] of cards)
        faults.push(...(await renderer.faultsOf(card, view, name)).map((fault) => `${name}: ${fault}`));
      expect(faults).toEqual([]);
    },
    90_000,
  );
});
