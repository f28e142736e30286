// What is seen where there are many groups: lists on pages, long names, and a plan beside a dozen others.
import {
  bo,
  coordinatorOf,
  idOf,
  inChannel,
  inPrivate,
  named,
  openMany,
} from '../meetings/scale/many-groups';
import { openRenderer, type Renderer, type View } from '../support/render';
import { describeWith, findChromium } from '../support/requires';
import { executesOf } from './crawl';

const views: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 800].map((width) => ({ theme, width })),
);
const own = idOf(0);
const form = {
  ...{ groupId: own, groupVersion: 1, ruleKind: 'weekly', weekday: '3', every: '1', nth: '2' },
  ...{ startsOn: '2027-01-02', endsOn: '2027-02-28', time: '09:00', lengthMinutes: '120' },
  ...{ place: 'Rådhuset', onHoliday: 'skip' },
};

const openCards = async () => {
  const world = await openMany(70);
  await world.lookAround();
  const first = await world.say(inPrivate(bo), 'mine grupper');
  const later = executesOf(first).find(({ title }) => title === 'Flere grupper');
  const { groupId, occurrence } = await world.firstMeeting(own);
  const moved = { date: '2027-01-13', time: '09:00', lengthMinutes: '120', place: 'Rådhuset' };
  const coordinator = coordinatorOf(own);
  return {
    mine: await world.click(inPrivate(bo), String(later?.verb), later?.data as object),
    agendas: await world.say(inPrivate(bo), 'dagsorden'),
    preview: await world.click(inChannel(own, coordinator), 'group.preview', form),
    warned: await world.click(inPrivate(coordinator), 'meeting.save-change', {
      ...{ groupId, occurrence, revision: 0 },
      ...moved,
    }),
    choose: await world.say(inChannel('new', named), 'opsæt'),
  };
};

const executablePath = findChromium();

describeWith('Chromium', executablePath)('cards of one of many groups', () => {
  let renderer: Renderer;
  let cards: Awaited<ReturnType<typeof openCards>>;
  beforeAll(async () => {
    renderer = await openRenderer(executablePath ?? '');
    cards = await openCards();
  });
  afterAll(() => renderer.close());

  test.each(views)('$theme, $width px > nothing is cut off, sticks out or fails axe', async (view) => {
    for (const [name, card] of Object.entries(cards))
      expect([name, await renderer.faultsOf(card, view, `many-groups-${name}`)]).toEqual([name, []]);
  });
});
