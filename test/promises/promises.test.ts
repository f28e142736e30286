import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

jest.setTimeout(900_000);

/** A minute on two cores, beside every story that once broke a promise. More are told by hand: docs/promises.md. */
const storiesInCi = 200;
const firstSeed = 20_000;

describe('the promises', () => {
  test('hold in the stories that once broke one, and in two hundred others', async () => {
    const child = spawn(
      process.execPath,
      [
        ...['--require', path.join(__dirname, '../support/typescript-hook.js')],
        ...[
          path.join(__dirname, 'run.ts'),
          '--stories',
          String(storiesInCi),
          '--seed',
          String(firstSeed),
          '--workers',
          '2',
          '--quick',
        ],
      ],
      { env: { PATH: process.env.PATH ?? '' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(said);
  });
});
