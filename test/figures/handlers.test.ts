import { fetchFile, openLink } from '../../src/links/file-links';
import { figuresTexts } from '../../src/text/figures';
import { executesOf, nodesOf } from '../cards/crawl';
import { cardOf, inChannel, inPrivate, jsonOf, openSetUpDesk, type Person, people } from '../meetings/desk';
import { october } from './samples';

const { heading, refusals, inPrivate: onlyInPrivate, none } = figuresTexts.da;
const shown = heading('oktober 2026');

const openWithFigures = async () => {
  const desk = await openSetUpDesk();
  await desk.figures.insert('2026-10', { state: 'published', ...october }, { groupId: 'figures', at: 1 });
  const running = { state: 'counting', month: '2026-11', counts: { 'shown/police': 3 } } as const;
  await desk.figures.insert('2026-11', running, { groupId: 'figures', at: 2 });
  return desk;
};
type Desk = Awaited<ReturnType<typeof openWithFigures>>;
const tokenOf = async (desk: Desk, person: Person): Promise<string> => {
  const card = cardOf(await desk.click('figures.page', inPrivate(person), { month: '2026-10' }));
  return String(nodesOf(card).find(({ type }) => type === 'Action.OpenUrl')?.url).replace(/.*\//, '');
};

describe('figures by card', () => {
  test('are for administrators, coordinators and deputies, and a calm sentence for everybody else', async () => {
    const desk = await openWithFigures();
    await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    for (const person of ['administrator', 'coordinator', 'deputy'] as const)
      expect(jsonOf(await desk.say('tal', inPrivate(person)))).toContain(shown);
    for (const person of ['member', 'guest', 'outsider'] as const)
      for (const actor of [inPrivate(person), inChannel(person)])
        for (const verb of ['figures.show', 'figures.page'])
          expect(jsonOf(await desk.click(verb, actor))).toContain(refusals['not-allowed']);
  });

  test('are refused to a coordinator who has left the channel, and later while Teams is silent', async () => {
    const desk = await openWithFigures();
    const { members } = desk.teams;
    desk.teams.members = members?.filter(({ personId }) => personId !== people.coordinator);
    expect(jsonOf(await desk.say('tal', inPrivate('coordinator')))).toContain(refusals['not-allowed']);
    desk.teams.members = undefined;
    expect(jsonOf(await desk.say('tal', inPrivate('coordinator')))).toContain(refusals['unknown-roster']);
  });

  test('in a channel > give no link, and say where it is given', async () => {
    const desk = await openWithFigures();
    const card = cardOf(await desk.say('tal', inChannel('coordinator')));
    expect(JSON.stringify(card)).toContain(onlyInPrivate);
    expect(executesOf(card).map(({ verb }) => verb)).not.toContain('figures.page');
    const forced = await desk.click('figures.page', inChannel('coordinator'), { month: '2026-10' });
    expect(jsonOf(forced)).toContain(onlyInPrivate);
    expect(desk.links.all()).toEqual([]);
  });

  test('say nothing of the month that runs, also when it is asked for', async () => {
    const desk = await openWithFigures();
    const card = jsonOf(await desk.click('figures.show', inPrivate('administrator'), { month: '2026-11' }));
    expect(card).toContain(shown);
    expect(card).not.toContain('november 2026');
    const early = await openSetUpDesk();
    expect(jsonOf(await early.say('tal', inPrivate('administrator')))).toContain(none);
  });
});

describe('link to the figures’ page', () => {
  test('asked for in private > shows the page and gives the spreadsheet, for ten minutes', async () => {
    const desk = await openWithFigures();
    const token = await tokenOf(desk, 'coordinator');
    const page = await openLink(desk.linkPorts, token);
    expect(page).toMatchObject({ kind: 'given', offers: { kind: 'figures', figures: { heading: shown } } });
    const file = await fetchFile(desk.linkPorts, token);
    if (file.kind !== 'given') throw new Error(file.kind);
    expect(file.file.name).toBe('tal-2026-10.csv');
    expect(file.file.bytes.toString()).toContain('"2026-10";');
    expect(file.file.bytes.toString()).not.toContain('2026-11');
    desk.time.now = new Date(desk.time.now.getTime() + 10 * 60_000);
    for (const fetched of [openLink, fetchFile])
      expect(await fetched(desk.linkPorts, token)).toEqual({ kind: 'void' });
  });

  test('of somebody who no longer coordinates > does nothing; while Teams is silent it does so later', async () => {
    const desk = await openWithFigures();
    const token = await tokenOf(desk, 'coordinator');
    desk.teams.members = undefined;
    for (const fetched of [openLink, fetchFile])
      expect(await fetched(desk.linkPorts, token)).toEqual({ kind: 'later' });
    desk.teams.members = [];
    for (const fetched of [openLink, fetchFile])
      expect(await fetched(desk.linkPorts, token)).toEqual({ kind: 'void' });
  });
});
