import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPages } from '../../src/http/pages/pages';
import { pagePaths } from '../../src/http/pages/paths';
import { loadMunicipality } from '../../src/municipality/load';
import { pageTexts } from '../../src/text/pages';
import { serve, stopServers } from './served';

const nothing = async () => ({ kind: 'void' }) as const;
const links = { feed: nothing, open: nothing, file: nothing };
const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };

const shapeOf = (value: unknown, at = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [`${at}:${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${at}.${key}`));
};

describe('pages', () => {
  afterEach(stopServers);

  it.each([
    ['/', 'da', 'Vejviser viser vej i Microsoft Teams for ansatte i Ishøj Kommune.'],
    ['/privatliv', 'da', 'slettet 43 dage efter mødet'],
    ['/vilkaar', 'da', 'Siger planen noget andet end Vejviser, gælder planen.'],
    ['/en', 'en', 'Vejviser is a signpost in Microsoft Teams for employees of Ishøj Municipality.'],
    ['/en/privacy', 'en', 'erased 43 days after the meeting'],
    ['/en/terms', 'en', 'If the plan and Vejviser disagree, the plan applies.'],
  ])(
    '%s > is a page in its language, made of the municipality’s file and the configuration',
    async (at, language, words) => {
      const { ask } = await serve(links);
      const answer = await ask(at);
      const html = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toContain(words);
      const head = await ask(at, 'HEAD');
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
        200,
        String(Buffer.byteLength(html)),
        '',
      ]);
    },
  );

  it.each(pagePaths)(
    '%s > runs nothing, loads nothing, keeps no cookie and is framed by nobody',
    async (at) => {
      const { ask } = await serve(links);
      const answer = await ask(at);
      const html = await answer.text();
      expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(|@import/i);
      expect(answer.headers.get('set-cookie')).toBeNull();
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      expect(Buffer.byteLength(html)).toBeLessThan(12_000);
    },
  );

  it('every link on every page > leads to a page that is there', async () => {
    const { ask } = await serve(links);
    const [...pages] = await Promise.all(pagePaths.map(async (at) => (await ask(at)).text()));
    const hrefs = new Set(
      pages.flatMap((html) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href)),
    );
    expect([...hrefs].sort()).toEqual([...pagePaths].sort());
  });

  it('an address where nothing is > a browser gets a page in both languages, a program an empty answer', async () => {
    const { ask, port } = await serve(links);
    for (const at of ['/privacy', '/privatliv/', '/admin/%3Cscript%3E', '/en/vilkaar']) {
      const answer = await fetch(`http://127.0.0.1:${port}${at}`, asBrowser);
      const html = await answer.text();
      expect([at, answer.status, answer.headers.get('cache-control')]).toEqual([at, 404, 'no-store']);
      expect(html).toContain(pageTexts.da.missing.title);
      expect(html).toContain(pageTexts.en.missing.title);
      expect(html).not.toMatch(/admin|script/);
    }
    const program = await ask('/privacy');
    expect([program.status, await program.text()]).toEqual([404, '{}']);
    expect((await fetch(`http://127.0.0.1:${port}/privacy`, { method: 'POST', ...asBrowser })).status).toBe(
      404,
    );
    expect((await ask('/privatliv', 'POST')).status).toBe(405);
  });

  it.each([
    ['a mail address', 'dpo@fjordby.example', '<a href="mailto:dpo@fjordby.example">dpo@fjordby.example</a>'],
    ['a web address', 'https://fjordby.example/dpo', '<a href="https://fjordby.example/dpo">'],
    [
      'words',
      'Rådhuset, <b>stuen</b> & "kontoret"',
      'Rådhuset, &#60;b&#62;stuen&#60;/b&#62; &#38; &#34;kontoret&#34;',
    ],
    ['a script’s address', 'javascript:alert(1)', ' javascript:alert(1)</p>'],
  ])('the officer’s contact, %s > is shown as that and nothing of it runs', (_, dpoContact, shown) => {
    const municipality = loadMunicipality(path.join(__dirname, '../support/fjordby.json'));
    const { byPath } = createPages({ municipality, language: 'da', keepDays: 1, dpoContact });
    const html = byPath.get('/privatliv') ?? '';
    expect(html).toContain(shown);
    expect(html).toContain('slettet én dag efter mødet');
    expect(html).not.toMatch(/<b>|href="javascript/);
  });

  it('the officer’s contact, filled in by nobody > the page says so and invents none', () => {
    const municipality = loadMunicipality(path.join(__dirname, '../support/fjordby.json'));
    const { byPath } = createPages({ municipality, language: 'da', keepDays: 30, dpoContact: undefined });
    expect(byPath.get('/privatliv')).toContain('Kontakten er ikke sat ind her endnu.');
    expect(byPath.get('/en/privacy')).toContain('The contact hasn’t been filled in here yet.');
    expect(byPath.get('/privatliv')).not.toMatch(/mailto|\w@\w/);
  });

  it('texts > have the same sentences in both languages', () => {
    const facts = { municipality: 'Fjordby', plan: 'planen', keepDays: 30 };
    const [da, en] = [pageTexts.da, pageTexts.en].map(({ home, privacy, terms, ...rest }) =>
      shapeOf({ ...rest, home: home(facts), privacy: privacy(facts), terms: terms(facts) }),
    );
    expect(en).toEqual(da);
  });

  it('Ishøj’s own page > invents no number: every one stands in the municipality’s file', async () => {
    const { ask } = await serve(links);
    const file = readFileSync(path.join(__dirname, '../../src/municipality/ishoj.json'), 'utf8');
    const html = (await (await ask('/')).text()).replace(/<style>.*<\/style>/s, '');
    const numbers = [...html.matchAll(/\b\d[\d ]{2,}\b/g)].map(([found]) => found.trim());
    expect(numbers).toEqual(['112']);
    for (const number of numbers) expect(file).toContain(`"${number}"`);
  });
});
