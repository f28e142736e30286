import { unzipSync } from 'fflate';
import { fetchFile, openLink, pruneLinks } from '../../src/links/file-links';
import { createMaintenance } from '../../src/meetings/maintenance/worker';
import { agendaTexts } from '../../src/text/agenda';
import { linkTexts } from '../../src/text/links';
import { meetingTexts } from '../../src/text/meetings';
import { afterDeadline, afterMeeting, handInAs, parking, publish } from '../agenda/steps';
import { executesOf, nodesOf } from '../cards/crawl';
import {
  cardOf,
  inChannel,
  inPrivate,
  january,
  jsonOf,
  type OpenDesk,
  openSetUpDesk,
  type Person,
  people,
} from '../meetings/desk';

type Shown = Parameters<typeof cardOf>[0];
const minuteMs = 60_000;
const dayMs = 86_400_000;
const { document: text } = agendaTexts.da;
const { file: fileText } = linkTexts.da;

const tokenOn = (answer: Shown): string => {
  const url = nodesOf(cardOf(answer)).find(({ type }) => type === 'Action.OpenUrl')?.url;
  const [, token = ''] = /^https:\/\/vejviser\.example\/hent\/([\w-]{43})$/.exec(String(url)) ?? [];
  if (token === '') throw new Error(`no link: ${String(url)}`);
  return token;
};
const ask = (desk: OpenDesk, verb: string, person: Person = 'coordinator') =>
  desk.click(verb, inPrivate(person), january);
const fetched = (desk: OpenDesk, token: string) => fetchFile(desk.linkPorts, token);
const wait = (desk: OpenDesk, ms: number) => {
  desk.time.now = new Date(desk.time.now.getTime() + ms);
};
const withPublished = async (of?: Parameters<typeof openSetUpDesk>[0]): Promise<OpenDesk> => {
  const desk = await openSetUpDesk(of);
  await handInAs(desk, 'member', parking);
  await afterDeadline(desk);
  await publish(desk);
  return desk;
};
/** What a reader of the document sees. */
const wordsIn = async (desk: OpenDesk, token: string): Promise<string> => {
  const found = await fetched(desk, token);
  if (found.kind !== 'given') throw new Error(found.kind);
  const xml = Buffer.from(unzipSync(found.file.bytes)['word/document.xml'] ?? []).toString();
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('\n');
};

describe('link to the agenda’s document', () => {
  test('asked for by the coordinator in private > gives the document of the meeting as it is now', async () => {
    const desk = await withPublished();
    const token = tokenOn(await ask(desk, 'agenda.document'));
    const before = await wordsIn(desk, token);
    for (const words of ['Dagsorden: SSP-netværksgruppe 1', parking.title, parking.note, '15 minutter'])
      expect(before).toContain(words);
    const [item] = desk.meetings
      .all()
      .flatMap(({ body }) => ('items' in body.agenda ? body.agenda.items : []));
    const change = { ...january, itemId: item?.id, minutes: '25' };
    await desk.click('agenda.minutes', inPrivate('coordinator'), change);
    expect(await wordsIn(desk, token)).toContain('25 minutter');
  });

  test('is given to the deputy too, and to nobody else', async () => {
    const desk = await withPublished();
    await desk.click('group.save-deputy', inChannel('coordinator'), { personId: people.deputy });
    for (const person of ['member', 'guest', 'outsider', 'administrator'] as const)
      expect(jsonOf(await ask(desk, 'agenda.document', person))).not.toContain('OpenUrl');
    expect(desk.links.all()).toEqual([]);
    expect(await wordsIn(desk, tokenOn(await ask(desk, 'agenda.document', 'deputy')))).toContain(
      parking.title,
    );
  });

  test('asked for in the channel, before the agenda is out, or without a net > is a sentence', async () => {
    const desk = await withPublished();
    const inTheChannel = await desk.click('agenda.document', inChannel('coordinator'), january);
    expect(jsonOf(inTheChannel)).toContain(text.shared);
    const early = await openSetUpDesk();
    expect(jsonOf(await ask(early, 'agenda.document'))).toContain(text.notYet);
    const netless = await withPublished({ publicUrl: undefined });
    expect(jsonOf(await ask(netless, 'agenda.document'))).toContain(text.none);
    expect([...desk.links.all(), ...early.links.all(), ...netless.links.all()]).toEqual([]);
  });

  test('of an agenda that was never published > is there once something is noted of it', async () => {
    const desk = await openSetUpDesk();
    await handInAs(desk, 'member', parking);
    const apology = { functionId: 'school-management', substituteId: 'nobody' };
    await desk.click('meeting.apologise', inPrivate('member'), { ...january, ...apology });
    await afterMeeting(desk);
    expect(jsonOf(await ask(desk, 'agenda.document'))).toContain(text.notYet);
    const noted = { [`outcome-${parking.nonce}`]: 'done', page: 0 };
    const saved = await desk.click('agenda.save-outcomes', inPrivate('coordinator'), {
      ...january,
      ...noted,
    });
    expect(executesOf(cardOf(saved)).map(({ verb }) => verb)).toContain('agenda.document');
    const words = await wordsIn(desk, tokenOn(await ask(desk, 'agenda.document')));
    const group = desk.ports.municipality.groups.find(({ id }) => id === january.groupId);
    const management = group?.functions.find(({ id }) => id === apology.functionId);
    for (const expected of [
      parking.title,
      'Efter mødet: færdigbehandlet',
      'tirsdag 12. januar 2027 kl. 9.00-11.00',
      `Afbud: ${management?.name.da}`,
    ])
      expect(words).toContain(expected);
  });

  test('whose receiver is no longer coordinator, or has left > is void', async () => {
    const desk = await withPublished();
    const token = tokenOn(await ask(desk, 'agenda.document'));
    const { members } = desk.teams;
    desk.teams.members = members?.filter(({ personId }) => personId !== people.coordinator);
    expect(await fetched(desk, token)).toEqual({ kind: 'void' });
    desk.teams.members = members;
    expect((await fetched(desk, token)).kind).toBe('given');
    await desk.click('group.name', inChannel('administrator'), { personId: people.member });
    await desk.click('group.take-over', inChannel('member'));
    expect(await fetched(desk, token)).toEqual({ kind: 'void' });
  });

  test('while Teams doesn’t say who is a member > comes later', async () => {
    const desk = await withPublished();
    const token = tokenOn(await ask(desk, 'agenda.document'));
    desk.teams.members = undefined;
    expect(await fetched(desk, token)).toEqual({ kind: 'later' });
  });

  test('after everything must be erased > is void, whether or not it is', async () => {
    const desk = await withPublished();
    const { startsAt, lengthMinutes } = desk.meetings.all()[0]?.body ?? { startsAt: 0, lengthMinutes: 0 };
    desk.time.now = new Date(startsAt + lengthMinutes * minuteMs + 30 * dayMs - 1_000);
    const late = tokenOn(await ask(desk, 'agenda.document'));
    expect((await fetched(desk, late)).kind).toBe('given');
    wait(desk, 1_000);
    expect(await fetched(desk, late)).toEqual({ kind: 'void' });
  });
});

describe('link to the meeting’s calendar file', () => {
  test('asked for by any member in private > gives one meeting', async () => {
    const desk = await openSetUpDesk();
    const more = await ask(desk, 'meeting.more', 'guest');
    expect(executesOf(cardOf(more)).map(({ verb }) => verb)).toContain('meeting.file');
    const found = await fetched(desk, tokenOn(await ask(desk, 'meeting.file', 'guest')));
    if (found.kind !== 'given') throw new Error(found.kind);
    expect(found.file).toMatchObject({ name: 'moede-2027-01-12.ics', type: 'text/calendar; charset=utf-8' });
    expect(found.file.bytes.toString().match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('asked for in the channel or without a net > is a sentence', async () => {
    const desk = await openSetUpDesk();
    const shared = await desk.click('meeting.file', inChannel('member'), january);
    expect(jsonOf(shared)).toContain(fileText.shared);
    const netless = await openSetUpDesk({ publicUrl: undefined });
    expect(jsonOf(await ask(netless, 'meeting.file', 'member'))).toContain(fileText.none);
    expect([...desk.links.all(), ...netless.links.all()]).toEqual([]);
  });

  test('is good until the last second of its ten minutes, and for whoever is still a member', async () => {
    const desk = await openSetUpDesk();
    const token = tokenOn(await ask(desk, 'meeting.file', 'member'));
    wait(desk, 10 * minuteMs - 1_000);
    expect([(await openLink(desk.linkPorts, token)).kind, (await fetched(desk, token)).kind]).toEqual([
      'given',
      'given',
    ]);
    const { members } = desk.teams;
    desk.teams.members = members?.filter(({ personId }) => personId !== people.member);
    expect((await fetched(desk, token)).kind).toBe('void');
    desk.teams.members = members;
    wait(desk, 1_000);
    expect([(await openLink(desk.linkPorts, token)).kind, (await fetched(desk, token)).kind]).toEqual([
      'void',
      'void',
    ]);
  });
});

describe('link that is over', () => {
  test('is removed when another is given', async () => {
    const desk = await openSetUpDesk();
    await ask(desk, 'meeting.file', 'member');
    const [first] = desk.links.all();
    wait(desk, 10 * minuteMs - 1);
    await ask(desk, 'meeting.file', 'guest');
    expect(desk.links.all().map(({ id }) => id)).toContain(first?.id);
    wait(desk, 1);
    await ask(desk, 'meeting.file', 'guest');
    expect(desk.links.all()).toHaveLength(2);
    expect(desk.links.all().map(({ id }) => id)).not.toContain(first?.id);
  });

  test('is removed by itself', async () => {
    const desk = await openSetUpDesk();
    await ask(desk, 'meeting.file', 'member');
    wait(desk, 10 * minuteMs);
    const prune = () => pruneLinks(desk.linkPorts);
    await createMaintenance({
      meetings: () => desk.ports,
      clock: desk.linkPorts.clock,
      log: () => undefined,
      more: prune,
    }).maintainOnce();
    expect(desk.links.all()).toEqual([]);
  });

  test('or not > stands nowhere in the database', async () => {
    const desk = await openSetUpDesk();
    const token = tokenOn(await ask(desk, 'meeting.file', 'member'));
    expect(desk.secrets() + desk.stored()).not.toContain(token);
  });
});

describe('texts for a mail', () => {
  const { kinds, reminders } = meetingTexts.da;
  const headingsOn = (answer: Shown) =>
    nodesOf(cardOf(answer))
      .flatMap(({ style, text: words }) => (style === 'heading' ? [words] : []))
      .slice(1);

  test('while the agenda is open > are those that are true then, to copy, without an item’s words', async () => {
    const desk = await openSetUpDesk();
    await handInAs(desk, 'member', parking);
    const answer = await ask(desk, 'meeting.mail');
    expect(headingsOn(answer)).toEqual(
      (['call-for-items', 'deadline-near', 'day-before', 'same-morning'] as const).map((kind) => kinds[kind]),
    );
    expect(jsonOf(answer)).toContain('Har du et punkt til mødet? Fristen er tirsdag 5. januar kl. 12.00.');
    expect(jsonOf(answer)).not.toContain(parking.title);
    expect(executesOf(cardOf(answer))[0]?.verb).toBe('meeting.file');
  });

  test('once the agenda is out > say how many items there are, and still not which', async () => {
    const desk = await withPublished();
    const answer = await ask(desk, 'meeting.mail');
    expect(headingsOn(answer)).toEqual(
      (['deadline-passed', 'agenda-published', 'day-before', 'same-morning'] as const).map(
        (kind) => kinds[kind],
      ),
    );
    expect(jsonOf(answer)).toContain(reminders.asked.count(1));
    expect(jsonOf(answer)).not.toContain(parking.title);
  });

  test('open as a mail with subject and text, whatever somebody has typed as the place', async () => {
    const desk = await openSetUpDesk();
    const place = 'Rådhuset & co. (indgang B), "lokale" 2?\ud800#';
    const change = { date: '2027-01-14', time: '13:00', lengthMinutes: '60', place };
    await desk.click('meeting.save-change', inPrivate('coordinator'), { ...january, ...change });
    const answer = await ask(desk, 'meeting.mail');
    const addresses = nodesOf(cardOf(answer)).flatMap(({ type, url }) =>
      type === 'Action.OpenUrl' ? [new URL(String(url))] : [],
    );
    expect(addresses).toHaveLength(headingsOn(answer).length);
    const [first] = addresses;
    expect([first?.protocol, first?.pathname]).toEqual(['mailto:', '']);
    const when = 'SSP-netværksgruppe 1, torsdag 14. januar kl. 13.00-14.00';
    expect(first?.searchParams.get('subject')).toBe(`${reminders.heading['call-for-items']} ${when}`);
    expect(jsonOf(answer)).toContain(`${reminders.heading['day-before']}: ${when}`);
    const lines = first?.searchParams.get('body')?.split('\r\n') ?? [];
    expect(lines[0]).toBe('Hej');
    expect(lines[3]).toBe('Sted: Rådhuset & co. (indgang B), "lokale" 2?#');
  });

  test('of a meeting that is cancelled > are none', async () => {
    const desk = await openSetUpDesk();
    await desk.click('meeting.cancel', inPrivate('coordinator'), january);
    expect(jsonOf(await ask(desk, 'meeting.mail'))).toContain(linkTexts.da.mail.nothing);
  });

  test('are the coordinator’s alone', async () => {
    const desk = await openSetUpDesk();
    expect(jsonOf(await ask(desk, 'meeting.mail', 'member'))).toContain(
      meetingTexts.da.refusals['not-allowed'],
    );
  });
});
