import { Writable } from 'node:stream';
import { createLog } from '../src/log';

/** Takes every line, and finishes with one only when it is told to. */
const slowOutput = () => {
  const lines: string[] = [];
  let finish: () => void = () => undefined;
  const output = new Writable({
    decodeStrings: false,
    write: (line: string, _, done) => {
      lines.push(line);
      finish = done;
    },
  });
  return { output, lines, finish: () => finish() };
};

describe('log', () => {
  it('one event > one JSON line with its fields and nothing else', () => {
    const { output, lines } = slowOutput();
    createLog('info', output)({ event: 'row-again', kind: 'day-before', status: 429 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.any(Number), msg: 'row-again', kind: 'day-before', status: 429 },
    ]);
  });

  it('nobody reads > a megabyte waits for the reader, and no more', () => {
    const { output } = slowOutput();
    const log = createLog('debug', output);
    for (let n = 0; n < 20_000; n += 1) log({ event: 'request-refused', reason: 'host', status: 400 });
    expect(output.writableLength).toBeGreaterThanOrEqual(1_000_000);
    expect(output.writableLength).toBeLessThan(1_001_000);
  });

  it('the reader is gone > nothing is thrown', async () => {
    const output = new Writable({ write: (_, __, done) => done(new Error('EPIPE')) });
    const log = createLog('info', output);
    log({ event: 'stopping' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => log({ event: 'stopped' })).not.toThrow();
  });
});
