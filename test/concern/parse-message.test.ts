import { type OtherCommands, parseMessage as parse } from '../../src/concern/parse-message';

const others: OtherCommands = {
  møder: 'meeting.next',
  dagsorden: 'agenda.list',
  opsæt: 'group.set-up',
  kalender: 'group.calendar',
};
const parseMessage = (text: string) => parse(text, { ownNames: ['StraXen'], others });

describe('message, a command', () => {
  const commands: [string, string, string | undefined][] = [
    ['hej', 'concern.show', undefined],
    ['  Hej! ', 'concern.show', undefined],
    ['START', 'concern.show', undefined],
    ['hello', 'concern.show', 'en'],
    ['Bekymring', 'concern.show', 'da'],
    ['concern', 'concern.show', 'en'],
    ['tegn', 'signs.show', 'da'],
    ['Hvem er hvem?', 'who-is-who.show', 'da'],
    ['who is who', 'who-is-who.show', 'en'],
    ['hjælp', 'help.show', 'da'],
    ['hja\u0308lp'.replace('a\u0308', 'æ'), 'help.show', 'da'],
    ['<at>Vejviser</at>&nbsp;tegn', 'signs.show', 'da'],
    ['<p>signs</p>', 'signs.show', 'en'],
    ['Hej Vejviser', 'concern.show', undefined],
    ['god dag', 'concern.show', 'da'],
    ['Godmorgen!', 'concern.show', 'da'],
    ['English', 'concern.show', 'en'],
    ['Menu', 'menu.show', undefined],
    ['tak!', 'menu.show', 'da'],
  ];
  test.each(commands)('%j asks for %s', (text, verb, language) => {
    expect(parseMessage(text)).toEqual({ kind: 'command', verb, language });
  });
});

describe('message, more than a command', () => {
  const words: [string, object][] = [
    ['jeg er bekymret for en elev', { kind: 'concern-words' }],
    ['jeg er bekymret for Bo Testesen i 8.b', { kind: 'person' }],
    ['I worry about Ali Hassan, a pupil', { kind: 'person', language: 'en' }],
    ['hvad med Ahmed?', { kind: 'person' }],
    ['ring til 22 33 44 55', { kind: 'person' }],
    ['jeg er bekymret for drengen i 8.b', { kind: 'concern-words' }],
    ['hvem er StraXen', { kind: 'unknown' }],
    ['hvordan underretter jeg?', { kind: 'concern-words' }],
    ['en elev vil rejse til Syrien', { kind: 'concern-words' }],
    ['I am worried about a pupil', { kind: 'concern-words', language: 'en' }],
    ['hej med dig', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
    ['constructor', { kind: 'unknown' }],
    ['__proto__', { kind: 'unknown' }],
    ['hvad er klokken', { kind: 'unknown' }],
  ];
  test.each(words)('%j is %j', (text, message) => {
    expect(parseMessage(text)).toEqual(message);
  });
});

describe('message, nearly a command', () => {
  const words: [string, string, string][] = [
    ['mødr', 'møder', 'meeting.next'],
    ['Mødrer', 'møder', 'meeting.next'],
    ['dagsordn', 'dagsorden', 'agenda.list'],
    ['kalneder', 'kalender', 'group.calendar'],
    ['opsat', 'opsæt', 'group.set-up'],
    ['hjlæp', 'hjælp', 'help.show'],
    ['hek', 'hej', 'concern.show'],
  ];
  test.each(words)('%j > asks whether %s was meant', (text, word, verb) => {
    expect(parseMessage(text)).toEqual({ kind: 'misspelt', word, verb });
  });

  test.each(['abc', 'vejret i dag', 'dagsordenerne fra sidste år'])('%j > is unknown', (text) => {
    expect(parseMessage(text)).toEqual({ kind: 'unknown' });
  });
});

describe('message, with a CPR number', () => {
  test('is nothing but that, whatever else it says', () => {
    expect(parseMessage('bekymring 010203-1234')).toEqual({ kind: 'cpr', language: undefined });
    expect(parseMessage('<at>Vejviser</at> 010203 1234')).toEqual({ kind: 'cpr', language: undefined });
    expect(parseMessage('I worry about 010203 1234')).toEqual({ kind: 'cpr', language: 'en' });
  });
});

test.each([
  ['teng', 'tegn'],
  ['hlæjp', 'hjælp'],
  ['meun', 'menu'],
])('two neighbours that have changed places, %j > is one mistake', (typed, word) => {
  expect(parseMessage(typed)).toMatchObject({ kind: 'misspelt', word });
});

test.each(['jens', 'mona', 'hans'])('%j > is no word of ours misspelt', (typed) => {
  expect(parseMessage(typed)).not.toMatchObject({ kind: 'misspelt' });
});
