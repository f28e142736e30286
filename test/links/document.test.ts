import { unzipSync } from 'fflate';
import { agendaDocument, type DocumentInput } from '../../src/links/document';
import { acceptLate, addStanding } from '../../src/meetings/model/coordinating';
import { handIn, removeText } from '../../src/meetings/model/handing-in';
import { holdAgenda } from '../../src/meetings/model/outcomes';
import { documentTexts } from '../../src/text/agenda-document';
import {
  after,
  agendaOf,
  birgit,
  fireworks,
  karen,
  network,
  parking,
  publishedAgenda,
  startsAt,
  youngPerson,
} from '../meetings/model/agendas';

type Paper = DocumentInput['agenda'];

const names: Readonly<Record<string, string>> = {
  school: 'Skolens ledelse',
  ppr: 'PPR',
  'local-police': 'Ishøj lokalpoliti',
};

const print = (agenda: unknown, change: Partial<DocumentInput> = {}) => {
  const input: DocumentInput = {
    agenda: agenda as Paper,
    group: 'SSP-netværksgruppe 3',
    when: 'tirsdag 12. januar 2027 kl. 13.30',
    place: 'Vejlebroskolen',
    lengthMinutes: 60,
    apologies: [],
    language: 'da',
    functionName: (id) => names[id] ?? id,
    namesCaseFunctions: true,
    ...change,
  };
  return agendaDocument(input, documentTexts[input.language]);
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string): string => xml.replace(/&(\w+);/g, (_, name) => entities[name] ?? '?');

const xmlIn = (docx: Uint8Array, path: string): string => Buffer.from(unzipSync(docx)[path] ?? []).toString();

/** What a reader sees, a line a paragraph. */
const linesOf = (docx: Uint8Array, path = 'word/document.xml'): readonly string[] =>
  [...xmlIn(docx, path).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => (text === undefined ? '\n' : unescaped(text)))
      .join(''),
  );

const held = () => {
  const late = {
    ...parking,
    id: 'nonce-late',
    title: 'Ny klub',
    note: '',
    topicKind: 'decision',
    minutes: 20,
  } as const;
  const standing = { by: karen, id: 'nonce-standing', title: 'Eventuelt', minutes: 1 };
  const waiting = { ...late, id: 'nonce-waiting', title: 'Venter endnu' };
  let agenda = publishedAgenda();
  for (const draft of [late, waiting])
    agenda = agendaOf(handIn(agenda, { by: birgit, draft, group: network }, after));
  agenda = agendaOf(acceptLate(agenda, { by: karen, id: late.id, meeting: 'this' }, after));
  agenda = agendaOf(addStanding(agenda, standing, after));
  const outcomes = {
    [parking.id]: { kind: 'decided', decision: 'Gadeplan går forbi om fredagen' },
    [fireworks.id]: { kind: 'carried' },
    [youngPerson.id]: { kind: 'continues' },
    [standing.id]: { kind: 'done' },
  } as const;
  return agendaOf(holdAgenda(agenda, { by: karen, startsAt, outcomes }, startsAt));
};

describe('document of an agenda', () => {
  test('held > has its items in order with minutes, function, kind, history and what came of them', async () => {
    expect(linesOf(await print(held()))).toEqual([
      'Dagsorden: SSP-netværksgruppe 3',
      'tirsdag 12. januar 2027 kl. 13.30, 60 minutter',
      'Sted: Vejlebroskolen',
      'Afbud: ingen',
      'I alt: 66 minutter. Det er 6 minutter mere, end mødet varer.',
      '1. Uro på parkeringspladsen',
      '15 minutter · Skolens ledelse · Drøftelse',
      'Der samles mange om aftenen.',
      'Beslutning: Gadeplan går forbi om fredagen',
      '2. Fyrværkeri efter nytår',
      '10 minutter · Ishøj lokalpoliti · Orientering',
      'Efter mødet: udsat til næste møde',
      '3. Enkeltsag',
      '20 minutter · PPR',
      'Efter mødet: fortsætter',
      '4. Ny klub',
      '20 minutter · Skolens ledelse · Beslutning',
      '5. Eventuelt',
      '1 minut · Fast punkt',
      'Efter mødet: færdigbehandlet',
    ]);
  });

  test('with apologies > names the functions, and who comes instead', async () => {
    const apologies = [{ functionId: 'ppr' }, { functionId: 'school', substituteId: 'local-police' }];
    const lines = linesOf(await print(publishedAgenda(), { apologies }));
    expect(lines).toContain('Afbud: PPR, Skolens ledelse (Ishøj lokalpoliti kommer i stedet)');
  });

  test('published > has lines to write on for each item but a single case; held > for none', async () => {
    const notesIn = async (agenda: unknown) =>
      linesOf(await print(agenda)).flatMap((line, at, lines) =>
        line === 'Noter:' ? [lines.slice(at + 1, at + 4)] : [],
      );
    expect(await notesIn(publishedAgenda())).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(await notesIn(held())).toEqual([]);
    const ruled = xmlIn(await print(publishedAgenda()), 'word/document.xml').match(/<w:between /g);
    expect(ruled).toHaveLength(6);
  });

  test('with an item that came late and was taken > says nothing of that', async () => {
    expect(linesOf(await print(held())).join()).not.toMatch(/frist|sent/i);
  });

  test('of a network group > says of a single case not who brings it, which can name the school', async () => {
    const lines = linesOf(await print(publishedAgenda(), { namesCaseFunctions: false }));
    expect(lines).toContain('20 minutter');
    expect(lines.join()).not.toContain('PPR');
  });

  test('published, in English > has the same in English, without outcomes', async () => {
    const lines = linesOf(await print(publishedAgenda(), { language: 'en', lengthMinutes: 45, place: '' }));
    expect(lines.slice(0, 6)).toEqual([
      'Agenda: SSP-netværksgruppe 3',
      'tirsdag 12. januar 2027 kl. 13.30, 45 minutes',
      'Apologies: none',
      'In all: 45 minutes',
      '1. Uro på parkeringspladsen',
      '15 minutes · Skolens ledelse · Discussion',
    ]);
    expect(lines.slice(-2)).toEqual(['3. Individual case', '20 minutes · PPR']);
  });

  test.each([
    [1, 'Udsat én gang'],
    [4, 'Udsat 4 gange'],
  ])('with an item carried %i times > says so', async (carried, words) => {
    const agenda = publishedAgenda() as Paper;
    const items = agenda.items.map((item) => ({ ...item, carried }));
    expect(linesOf(await print({ ...agenda, items }))).toContain(`20 minutter · PPR · ${words}`);
  });

  test('whose text was removed > says that and no more', async () => {
    const removed = agendaOf(removeText(held(), { by: birgit, id: parking.id }, startsAt + 1));
    const lines = linesOf(await print(removed));
    expect(lines.slice(5, 9)).toEqual([
      '1. Teksten er fjernet',
      '15 minutter · Skolens ledelse · Drøftelse',
      'Beslutning: Teksten er fjernet',
      '2. Fyrværkeri efter nytår',
    ]);
  });

  test('without items > says so', async () => {
    const agenda = { ...publishedAgenda(), items: [] };
    expect(linesOf(await print(agenda)).slice(-2)).toEqual(['I alt: 0 minutter', 'Der er ingen punkter.']);
  });

  test.each([
    ['da', 'da-DK'],
    ['en', 'en-GB'],
  ] as const)('in %s > is proofread as %s', async (language, tag) => {
    expect(xmlIn(await print(held(), { language }), 'word/styles.xml')).toContain(`<w:lang w:val="${tag}"/>`);
  });

  test('footer > says that it is no report, and of SSP-NU that nobody has checked its functions', async () => {
    const footerOf = async (namesCaseFunctions: boolean) =>
      linesOf(await print(held(), { namesCaseFunctions }), 'word/footer1.xml');
    const { footer, unchecked } = documentTexts.da;
    expect(await footerOf(false)).toEqual([footer]);
    expect(await footerOf(true)).toEqual([`${footer} ${unchecked}`]);
  });

  test('in any of its files > no id of a person, of an item, or of a late one that waits', async () => {
    const files = Object.values(unzipSync(await print(held()))).map((file) => Buffer.from(file).toString());
    expect(files.length).toBeGreaterThan(5);
    expect(files.join('\n')).not.toMatch(/aad-|nonce-|Venter endnu/);
  });

  test('made twice, at other times > has the same bytes, and is dated by the agenda', async () => {
    const printedAt = (now: string) => {
      jest.useFakeTimers({
        now: Date.parse(now),
        doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
      });
      return print(held()).finally(() => jest.useRealTimers());
    };
    const first = await printedAt('2027-01-13T08:00:00Z');
    expect((await printedAt('2027-02-01T19:41:37Z')).equals(first)).toBe(true);
    const dates = xmlIn(first, 'docProps/core.xml').match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g);
    expect(dates).toEqual(['2027-01-12T12:30:00.000Z', '2027-01-12T12:30:00.000Z']);
  });

  test.each([
    '</w:t></w:r><w:r><w:t>ondt',
    '&lt;b&gt; & "citat" \'enkelt\'',
    ']]> <![CDATA[ x ]]>',
    '**fed** [link](https://example.org) ${string($root)} {{x}}',
    '=HYPERLINK("https://example.org")',
  ])('title %j > stands there letter by letter', async (title) => {
    const agenda = publishedAgenda() as Paper;
    const items = agenda.items.map((item) =>
      item.kind === 'topic' ? { ...item, title, note: title } : item,
    );
    const docx = await print({ ...agenda, items });
    expect(linesOf(docx).slice(5, 8)).toEqual([`1. ${title}`, expect.any(String), title]);
    expect(Object.keys(unzipSync(docx))).toEqual(Object.keys(unzipSync(await print(publishedAgenda()))));
  });

  test('note of several lines > keeps them; control characters are gone', async () => {
    const agenda = publishedAgenda() as Paper;
    const items = agenda.items.slice(0, 1).map((item) => ({ ...item, note: 'en\nto\u0001\u001b\ud800' }));
    expect(linesOf(await print({ ...agenda, items }))).toContain('en\nto');
  });
});
