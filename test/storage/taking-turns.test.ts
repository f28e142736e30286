import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../src/storage/open';
import { patienceMs } from '../support/patience';

test('a thousand questions to the embedded database in a row > others have their turn in between', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vejviser-turns-'));
  const store = await openStore(`file:${folder}/vejviser.db`);
  const documents = store.documents<{ readonly words: string }>('meetings');
  await documents.insert('a', { words: 'x'.repeat(10_000) }, { groupId: 'g', at: 1 });
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  // As long as it takes: the loop turns by the time that it was held, not by the number of questions.
  const until = performance.now() + patienceMs;
  let asked = 0;
  for (; (turns <= 10 || asked < 1_000) && performance.now() < until; asked += 1) await documents.find('a');
  isOver = true;
  await store.close();
  rmSync(folder, { recursive: true });
  expect(turns).toBeGreaterThan(10);
});
