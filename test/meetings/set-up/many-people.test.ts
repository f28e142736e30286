import { meetingTexts } from '../../../src/text/meetings';
import { executesOf, nodesOf } from '../../cards/crawl';
import {
  cardOf,
  channelId,
  inChannel,
  jsonOf,
  type OpenDesk,
  openDesk,
  openSetUpDesk,
  people,
} from '../desk';

const text = meetingTexts.da;
const idOf = (at: number) => `b0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** Three hundred people more, one of whom is looked for. */
const withCrowd = (desk: OpenDesk): OpenDesk => {
  const crowd = Array.from({ length: 300 }, (_, at) => ({
    personId: idOf(at),
    name: at === 271 ? 'Åse Ærøskov (opfundet)' : `Nummer ${at} Opfundet`,
    isGuest: false,
  }));
  desk.teams.members = [...(desk.teams.members ?? []), ...crowd];
  return desk;
};
const choicesOf = (answer: Parameters<typeof cardOf>[0]) =>
  nodesOf(cardOf(answer)).flatMap(
    ({ choices }) => (choices as readonly { value: string }[] | undefined) ?? [],
  );
const verbsOf = (answer: Parameters<typeof cardOf>[0]) => executesOf(cardOf(answer)).map(({ verb }) => verb);

test('a channel of 300 people > the administrator finds somebody by a part of the name, and names her', async () => {
  const desk = withCrowd(openDesk());
  const administrator = inChannel('administrator');
  const first = await desk.say('opsæt', administrator);
  expect(choicesOf(first)).toEqual([]);
  expect(verbsOf(first)).not.toContain('group.name');
  expect(Buffer.byteLength(jsonOf(first))).toBeLessThan(28 * 1_024);
  const before = desk.stored();
  const found = await desk.click('group.choose-person', administrator, { search: ' ærøskov ÅSE' });
  expect(desk.stored()).toBe(before);
  expect(choicesOf(found).map(({ value }) => value)).toEqual([idOf(271)]);
  expect(nodesOf(cardOf(found)).find(({ id }) => id === 'personId')?.isRequired).toBe(false);
  await desk.click('group.name', administrator, { search: 'ærøskov', personId: idOf(271) });
  expect((await desk.channels.find(channelId))?.body.named).toEqual([idOf(271)]);
  expect(desk.stored().toLowerCase()).not.toContain('ærøskov');
});

test('a part of a name that fits nobody, or too many > says so and offers no choice', async () => {
  const desk = withCrowd(openDesk());
  const search = (typed: string) =>
    desk.click('group.choose-person', inChannel('administrator'), { search: typed });
  const nobody = await search('Findes ikke');
  expect(jsonOf(nobody)).toContain(text.people.nobodyFound);
  const many = await search('nummer');
  expect(jsonOf(many)).toContain(text.people.tooManyFound(299));
  for (const answer of [nobody, many]) {
    expect(choicesOf(answer)).toEqual([]);
    expect(verbsOf(answer)).not.toContain('group.name');
  }
});

test('a deputy among 300 people > is found the same way', async () => {
  const desk = withCrowd(await openSetUpDesk());
  const found = await desk.click('group.deputy', inChannel('coordinator'), { search: 'Nummer 17 ' });
  const fitting = Array.from({ length: 300 }, (_, at) => at).filter((at) => String(at).includes('17'));
  expect(choicesOf(found).map(({ value }) => value)).toEqual(fitting.map(idOf));
  await desk.click('group.save-deputy', inChannel('coordinator'), { personId: idOf(17) });
  expect(desk.groups.all()[0]?.body.deputy).toBe(idOf(17));
});

test('a channel of few > is listed as before', async () => {
  const desk = openDesk();
  const first = await desk.say('opsæt', inChannel('administrator'));
  expect(choicesOf(first).map(({ value }) => value)).toContain(people.member);
  expect(verbsOf(first)).not.toContain('group.choose-person');
});
