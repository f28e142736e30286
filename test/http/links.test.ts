import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { createLinks } from '../../src/links/handlers';
import { linkTexts } from '../../src/text/links';
import { afterDeadline, handInAs, parking, publish } from '../agenda/steps';
import { cardOf, groupId, inPrivate, january, type OpenDesk, openSetUpDesk, people } from '../meetings/desk';
import { serve, stopServers } from './served';

const { page } = linkTexts.da;
const minuteMs = 60_000;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

afterEach(stopServers);

/** A group whose agenda is out, its member's calendar and its coordinator's link, behind a server. */
const openServed = async () => {
  const desk = await openSetUpDesk();
  await handInAs(desk, 'member', parking);
  await afterDeadline(desk);
  await publish(desk);
  const pathOn = (answer: Parameters<typeof cardOf>[0]): string =>
    /https:\/\/vejviser\.example(\/[\w/-]{20,}(\.ics)?)"/.exec(JSON.stringify(cardOf(answer)))?.[1] ?? '';
  const feed = pathOn(await desk.click('feed.issue', inPrivate('member'), { groupId }));
  const link = pathOn(await desk.click('agenda.document', inPrivate('coordinator'), january));
  return { desk, feed, link, ...(await serve(createLinks(desk.linkPorts))) };
};
const leave = (desk: OpenDesk, person: 'member' | 'coordinator') => {
  desk.teams.members = desk.teams.members?.filter(({ personId }) => personId !== people[person]);
};
const headersOf = ({ headers }: Response) =>
  Object.fromEntries(
    [...headers].filter(([name]) => !['date', 'server', 'connection', 'keep-alive'].includes(name)),
  );

describe('calendar’s address', () => {
  test('fetched > is the calendar, which nobody on the way keeps', async () => {
    const { ask, feed } = await openServed();
    const answer = await ask(feed);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/);
  });

  test('asked for its head > has the same head and nothing else', async () => {
    const { ask, feed, link } = await openServed();
    for (const path of [feed, link]) {
      const [whole, head] = [await ask(path), await ask(path, 'HEAD')];
      expect([head.status, headersOf(head), await head.text()]).toEqual([200, headersOf(whole), '']);
    }
  });

  test('whose member has left > is the page for void links; while nobody knows, it comes later', async () => {
    const { ask, feed, desk } = await openServed();
    const { members } = desk.teams;
    desk.teams.members = undefined;
    const unknown = await ask(feed);
    expect([unknown.status, unknown.headers.get('retry-after')]).toEqual([503, '300']);
    desk.teams.members = members;
    leave(desk, 'member');
    expect((await ask(feed)).status).toBe(404);
  });
});

describe('link’s page', () => {
  test('opened by programs > fetches nothing and changes nothing', async () => {
    const { desk } = await openServed();
    const real = createLinks(desk.linkPorts);
    const fetched: string[] = [];
    const { ask } = await serve({
      ...real,
      file: (token) => {
        fetched.push(token);
        return real.file(token);
      },
    });
    const card = cardOf(await desk.click('meeting.file', inPrivate('member'), january));
    const path = /\/hent\/[\w-]{43}/.exec(JSON.stringify(card))?.[0] ?? '';
    const before = desk.secrets() + desk.stored();
    const answers = await Promise.all(['GET', 'HEAD', 'GET', 'GET'].map((method) => ask(path, method)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(fetched).toEqual([]);
    expect(desk.secrets() + desk.stored()).toBe(before);
    expect((await ask(path, 'POST')).status).toBe(200);
    expect(fetched).toHaveLength(1);
  });

  test('has one button, no script, nothing of the group, and a policy that lets nothing else in', async () => {
    const { ask, link } = await openServed();
    const answer = await ask(link);
    const html = await answer.text();
    expect(html).toContain('<html lang="da"');
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain(page.button.agenda);
    expect(html).not.toMatch(/<script|javascript:| on\w+=|src=|href=|SSP|netværk|parkering/i);
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headersOf(answer)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  test('its button pressed > gives the document, as a file of its own name', async () => {
    const { ask, link } = await openServed();
    const answer = await ask(link, 'POST');
    expect(headersOf(answer)).toMatchObject({
      'content-type': wordType,
      'content-disposition': 'attachment; filename="dagsorden-2027-01-12.docx"',
      'cache-control': 'private, no-store',
    });
    const xml = unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'] ?? [];
    expect(Buffer.from(xml).toString()).toContain(parking.title);
  });

  test('is good until the last second of ten minutes', async () => {
    const { ask, link, desk } = await openServed();
    const issued = desk.time.now.getTime();
    const statusesAfter = async (ms: number) => {
      desk.time.now = new Date(issued + ms);
      return [(await ask(link)).status, (await ask(link, 'HEAD')).status, (await ask(link, 'POST')).status];
    };
    expect(await statusesAfter(10 * minuteMs - 1_000)).toEqual([200, 200, 200]);
    expect(await statusesAfter(10 * minuteMs)).toEqual([404, 404, 404]);
  });
});

describe('void link', () => {
  test('unknown, cut off, over, turned off or lost with the role > gets one and the same answer', async () => {
    const { ask, feed, link, desk } = await openServed();
    const unknown = await ask(`/hent/${'A'.repeat(43)}`);
    const expected = { status: 404, headers: headersOf(unknown), body: await unknown.text() };
    expect(expected.body).toContain(page.void.heading);
    const members = desk.teams.members;
    const voids: (readonly [string, string, () => unknown])[] = [
      [link.slice(0, -5), 'GET', () => undefined],
      [`/kalender/${'B'.repeat(43)}.ics`, 'GET', () => undefined],
      [link, 'POST', () => leave(desk, 'coordinator')],
      [feed, 'GET', () => desk.click('feed.stop', inPrivate('member'), { groupId })],
      [
        link,
        'POST',
        () => {
          desk.teams.members = members;
          desk.time.now = new Date(desk.time.now.getTime() + 10 * minuteMs);
        },
      ],
    ];
    for (const [path, method, happens] of voids) {
      await happens();
      const answer = await ask(path, method);
      expect({ status: answer.status, headers: headersOf(answer), body: await answer.text() }).toEqual(
        expected,
      );
    }
  });
});

describe('log and metrics', () => {
  test('after everything that is given or void > hold no token', async () => {
    const { ask, feed, link, traces } = await openServed();
    for (const [path, method] of [
      [feed, 'GET'],
      [feed, 'PUT'],
      [link, 'GET'],
      [link, 'POST'],
      [`${link}x`, 'GET'],
      [`${link}/x`, 'GET'],
      [`${link}?a=${link}`, 'GET'],
    ] as const)
      await ask(path, method);
    const left = await traces();
    for (const path of [feed, link]) expect(left).not.toContain(path.split('/')[2]?.slice(0, 20));
    expect(left).toContain('vejviser_links_total{route="link-file",status="200"} 1');
  });
});
