import { dateInWords } from '../../src/text/dates';
import { texts } from '../../src/text/text';

/** The path of every sentence, with how many values it takes. */
const shapeOf = (value: unknown, path = ''): readonly string[] => {
  if (typeof value === 'function') return [`${path}(${value.length})`];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
};

/** Every sentence that is written out, by its path. */
const sentencesOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`));
};

describe('texts', () => {
  test('have the same sentences in both languages', () => {
    expect(shapeOf(texts.en).toSorted()).toEqual(shapeOf(texts.da).toSorted());
    expect(shapeOf(texts.da).length).toBeGreaterThan(100);
  });

  test('are translated: no sentence is the same in both languages', () => {
    const danish = new Map(sentencesOf(texts.da));
    const same = sentencesOf(texts.en).filter(([path, sentence]) => danish.get(path) === sentence);
    expect(same).toEqual([['.buttons.menu', 'Menu']]);
  });

  test('have no empty sentence', () => {
    const empty = Object.values(texts).flatMap((text) =>
      sentencesOf(text).filter(([, sentence]) => sentence.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  test.each(['da', 'en'] as const)(
    'after any message > say that nobody reads it and nothing is reported, %s',
    (language) => {
      const unread = {
        da: ['Ingen læser', 'Du har ikke underrettet'],
        en: ['Nobody reads', 'You have not reported'],
      };
      const { notices } = texts[language];
      for (const notice of [
        notices['nobody-reads'],
        notices['not-understood'],
        notices.cpr,
        notices.person,
      ]) {
        for (const words of unread[language]) expect(notice).toContain(words);
      }
    },
  );

  test('in a shared channel > link to the private chat, and say the way where there is no address', () => {
    expect(texts.da.shared('https://teams.example/l/chat')).toContain('](https://teams.example/l/chat)');
    expect(texts.en.shared(undefined)).toContain('under Apps in Teams');
    expect(texts.en.sharedWords(undefined)).toContain('delete your message if it names somebody');
    expect(texts.da.sharedCpr(undefined)).toContain('databeskyttelsesrådgiver');
    expect(texts.en.sharedCpr(undefined)).toContain('data-protection officer');
  });

  test('at a fault > give the reference and the number for danger', () => {
    for (const { fault } of Object.values(texts)) {
      expect(fault('7f3a')).toContain('7f3a');
      expect(fault('7f3a')).toContain('112');
    }
  });

  test('at one question more or the last > count as people do', () => {
    expect(texts.da.progress(2, 4)).toBe('Spørgsmål 2 af højst 4');
    expect(texts.da.progress(3, 3)).toBe('Spørgsmål 3 af 3');
  });

  test('of dates > are written as Danes and Britons do', () => {
    expect(dateInWords('2026-11-03', 'da')).toBe('3. november 2026');
    expect(dateInWords('2026-11-03', 'en')).toBe('3 November 2026');
  });
});
