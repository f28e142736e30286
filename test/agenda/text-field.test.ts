import { oneLine, parseLine, severalLines } from '../../src/agenda/text-field';

describe("coordinator's line", () => {
  const line = { most: 22, ownNames: ['Ishøj Kommune'], isNoPerson: false };

  test('in several lines > is one', () => {
    expect(parseLine(' Gadeplan\nser  på det ', line)).toEqual({ kind: 'line', line: 'Gadeplan ser på det' });
  });

  test.each([
    ['', 'missing'],
    [undefined, 'missing'],
    [' … ', 'missing'],
    ['x'.repeat(23), 'too-long'],
    ['se 010203-1234', 'cpr'],
    [`${'x'.repeat(3000)} 010203-1234`, 'cpr'],
  ])('%j > is refused', (data, fault) => {
    expect(parseLine(data, line)).toMatchObject({ kind: 'fault', fault });
  });

  test('with a name > is asked about, and taken when it is none', () => {
    expect(parseLine('Lidt om Ali Hassan', line)).toEqual({
      kind: 'ask-person',
      found: [{ kind: 'name', words: 'Ali Hassan' }],
      typed: 'Lidt om Ali Hassan',
    });
    expect(parseLine('Lidt om Ali Hassan', { ...line, isNoPerson: true })).toMatchObject({
      line: 'Lidt om Ali Hassan',
    });
  });
});

describe('text', () => {
  test('of several lines > keeps them, with one empty line at most', () => {
    expect(severalLines(' a \r\n\r\n \r\n\r\nb\u2028c\rd ')).toBe('a\n\nb\nc\nd');
  });

  test('an emoji of several parts > stays whole', () => {
    expect(oneLine('Klub 👩‍🏫 ❤️')).toBe('Klub 👩‍🏫 ❤️');
  });
});
