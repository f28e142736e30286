import { readdirSync, readFileSync } from 'node:fs';
import {
  afterDeadline,
  afterMeeting,
  agendaAt,
  handInAs,
  nonces,
  openAgendaDesk,
  parking,
  publish,
} from '../agenda/steps';
import { everyAgendaCard } from '../cards/agenda-gallery';
import { ordinary } from '../cards/agenda-samples';
import { nodesOf } from '../cards/crawl';
import { everyMeetingCard } from '../cards/meeting-set';
import {
  filledForm,
  groupId,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  type OpenDesk,
  people,
} from '../meetings/desk';
import { everyRequestCard } from '../requests/samples';

/** Sends the field's form with that text in it; `more` is what its "no person" button adds. */
type Send = (desk: OpenDesk, text: string, more?: object) => ReturnType<OpenDesk['click']>;
type Way = { readonly send: Send; readonly before?: (desk: OpenDesk) => Promise<unknown> };

const withItem = (desk: OpenDesk) => handInAs(desk, 'member', parking);
const coordinate =
  (verb: string, data: (text: string) => object): Send =>
  (desk, text, more = {}) =>
    desk.click(verb, inPrivate('coordinator'), { ...january, ...data(text), ...more });
const changed = { date: '2027-01-13', time: '10:00', lengthMinutes: '90' };

const unit = { unitId: 'staff-unit' };
const taught = { ...unit, number: '20314253', themes: 'tolerance', level: 'upper', month: 'any' };
const withUnit = async (desk: OpenDesk): Promise<void> => {
  const other = (person: 'administrator' | 'coordinator') => inChannel(person, '19:unit@thread.tacv2');
  await desk.click('unit.name', other('administrator'), { ...unit, personId: people.coordinator });
  await desk.click('unit.confirm', other('coordinator'), { ...unit, readers: { members: 5, guests: 1 } });
};

/** Every field that somebody types words into, with each form that it stands in. */
const fields: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  title: {
    'a new item': { send: (desk, title, more) => handInAs(desk, 'member', { ...parking, title, ...more }) },
    'an item that is edited': {
      before: withItem,
      send: (desk, title, more) =>
        desk.click('agenda.edit', inPrivate('member'), { ...january, ...parking, title, ...more }),
    },
    'a standing item': {
      send: coordinate('agenda.add-standing', (title) => ({ nonce: 'nonce-standing', title, minutes: '10' })),
    },
  },
  note: {
    'a new item': { send: (desk, note, more) => handInAs(desk, 'member', { ...parking, note, ...more }) },
  },
  reason: {
    'why an item is not taken': {
      before: withItem,
      send: coordinate('agenda.refuse', (reason) => ({ itemId: nonces.parking, reason })),
    },
  },
  decision: {
    'what came of an item': {
      before: async (desk) => {
        await withItem(desk);
        await afterDeadline(desk);
        await publish(desk);
        await afterMeeting(desk);
        if ((await agendaAt(desk, january.occurrence)).state !== 'published') throw new Error('no agenda');
      },
      send: coordinate('agenda.save-outcomes', (decision) => ({
        page: 0,
        [`outcome-${nonces.parking}`]: 'decided',
        [`decision-${nonces.parking}`]: decision,
      })),
    },
  },
  place: {
    'teaching that is requested': {
      before: withUnit,
      send: (desk, place, more) =>
        desk.click('teaching.send', inPrivate('member'), { ...taught, place, ...more }),
    },
    "a group's plan": {
      send: (desk, place, more) =>
        desk.click('group.confirm', inChannel('coordinator'), {
          ...filledForm,
          groupVersion: 1,
          place,
          ...more,
        }),
    },
    'a meeting that is moved': {
      send: coordinate('meeting.save-change', (place) => ({ ...changed, place })),
    },
    'one more meeting': {
      send: coordinate('meeting.add-extra', (place) => ({ ...changed, groupId, place })),
    },
  },
};

/** Fields that show something to be copied; nobody reads what comes back from them. */
const shownOnly = ['address'];
/** What is looked for among a channel's people; `many-people.test.ts` holds that it is stored nowhere. */
const lookedFor = ['search'];
/** Takes eight digits and nothing else: test/requests. */
const digitsOnly = ['number'];

const all = Object.entries(fields).flatMap(([field, ways]) =>
  Object.entries(ways).map(([form, way]) => [`${field} of ${form}`, way] as const),
);

test('every Input.Text of every card > is in the list above', async () => {
  const cards = [
    ...everyAgendaCard('da', ordinary),
    ...(await everyMeetingCard('da')),
    ...everyRequestCard('da'),
  ];
  const ids = cards.flatMap(([, card]) =>
    nodesOf(card).flatMap(({ type, id }) => (type === 'Input.Text' ? [String(id).replace(/-.*/, '')] : [])),
  );
  const known = [...Object.keys(fields), ...shownOnly, ...lookedFor, ...digitsOnly];
  expect([...new Set(ids)].filter((id) => !known.includes(id))).toEqual([]);
  expect(Object.keys(fields).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the code > makes no more text fields than those, and three that are stored nowhere', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const calls = sources.flatMap((file) => [
    ...readFileSync(`src/${file}`, 'utf8').matchAll(/(?<!const )textInput\(/g),
  ]);
  // An item's title and note, a reason, a standing item's title, a decision, the place in three forms; a calendar's
  // address and what is kept of a form are shown, and a name is looked for.
  expect(calls.length).toBe(11);
});

test.each(all)(
  '%s with a CPR number > is not taken, also when nobody is said to be meant',
  async (_, way) => {
    const desk = await openAgendaDesk();
    await way.before?.(desk);
    const before = desk.stored();
    for (const more of [{}, { noPerson: 'true' }]) {
      const answer = jsonOf(await way.send(desk, 'Se 120 385 1234', more));
      expect(answer).toContain('CPR');
      expect(desk.stored()).toBe(before);
    }
  },
);

test.each(all)('%s with a name > is asked about, and taken when nobody is meant', async (_, way) => {
  const desk = await openAgendaDesk();
  await way.before?.(desk);
  const before = desk.stored();
  const answer = jsonOf(await way.send(desk, 'Hos Ahmed i 8.b'));
  expect(answer).toContain('noPerson');
  expect(desk.stored()).toBe(before);
  await way.send(desk, 'Hos Ahmed i 8.b', { noPerson: 'true' });
  expect(desk.stored()).toContain('Hos Ahmed i 8.b');
});
