import { createCardMemory } from '../../src/concern/card-memory';

describe('card memory', () => {
  const built: string[] = [];
  const build = (value: string) => () => {
    built.push(value);
    return value;
  };
  beforeEach(() => {
    built.length = 0;
  });

  it('builds a value once for its key', () => {
    const remember = createCardMemory<string>(10);
    expect([remember('open', 'a', build('A')), remember('open', 'a', build('other'))]).toEqual(['A', 'A']);
    expect(remember('open', 'b', build('B'))).toBe('B');
    expect(built).toEqual(['A', 'B']);
  });

  it('with other circumstances > forgets everything', () => {
    const remember = createCardMemory<string>(10);
    remember('open', 'a', build('open A'));
    expect(remember('closed', 'a', build('closed A'))).toBe('closed A');
    expect(remember('open', 'a', build('open A again'))).toBe('open A again');
  });

  it('full > makes room, and still answers', () => {
    const remember = createCardMemory<string>(2);
    for (const key of ['a', 'b', 'c']) expect(remember('open', key, build(key))).toBe(key);
    expect(remember('open', 'c', build('again'))).toBe('c');
    expect(remember('open', 'a', build('a anew'))).toBe('a anew');
  });
});
