import { parseMessage } from '../../src/chat/parse-message';

describe('message, a command', () => {
  const commands: [string, string, string | undefined][] = [
    ['hej', 'start', undefined],
    ['  Hej! ', 'start', undefined],
    ['START', 'start', undefined],
    ['hello', 'start', 'en'],
    ['Bekymring', 'concern', 'da'],
    ['concern', 'concern', 'en'],
    ['tegn', 'signs', 'da'],
    ['Hvem er hvem?', 'who-is-who', 'da'],
    ['who is who', 'who-is-who', 'en'],
    ['hjælp', 'help', 'da'],
    ['hja\u0308lp'.replace('a\u0308', 'æ'), 'help', 'da'],
    ['<at>Vejviser</at>&nbsp;tegn', 'signs', 'da'],
    ['<p>signs</p>', 'signs', 'en'],
  ];
  test.each(commands)('%j asks for %s', (text, command, language) => {
    expect(parseMessage(text)).toEqual({ kind: 'command', command, language });
  });
});

describe('message, more than a command', () => {
  const words: [string, string][] = [
    ['jeg er bekymret for en elev', 'concern-words'],
    ['jeg er bekymret for Bo Testesen i 8.b', 'concern-words'],
    ['hvordan underretter jeg?', 'concern-words'],
    ['I am worried about a pupil', 'concern-words'],
    ['hej med dig', 'unknown'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
    ['hvad er klokken', 'unknown'],
  ];
  test.each(words)('%j is %s', (text, kind) => {
    expect(parseMessage(text)).toEqual({ kind });
  });
});

describe('message, with a CPR number', () => {
  test('is nothing but that, whatever else it says', () => {
    expect(parseMessage('bekymring 010203-1234')).toEqual({ kind: 'cpr' });
    expect(parseMessage('<at>Vejviser</at> 010203 1234')).toEqual({ kind: 'cpr' });
  });
});
