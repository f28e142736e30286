// A process that lets stories happen, one after the other, for the one that started it.
import fc from 'fast-check';
import { anyStory } from './any-story';
import { type DatabaseName, startDatabases } from './databases';
import { startTheatre } from './run-story';
import { shrink } from './shrink';
import type { Story } from './story';

export type Ordered =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'story'; readonly name: string; readonly story: Story }
  | { readonly kind: 'shrink'; readonly seed: number; readonly sort: string; readonly story: Story };
export type Happened = {
  readonly order: Ordered;
  /** Promise and sort of each breach, each once. */
  readonly broken: readonly string[];
  readonly trace: readonly string[];
  readonly story: Story;
  readonly fault?: string;
  readonly ms: number;
};

/** A database that is locked for 45 s is locked in real time, and a busy machine makes it several times as long. */
const patienceMs = 600_000;

const storyOf = (seed: number): Story => fc.sample(anyStory, { seed, numRuns: 1 })[0] as Story;

const serve = async (): Promise<void> => {
  const databases = await startDatabases((process.argv[2] ?? 'embedded') as DatabaseName);
  if (databases === undefined) throw new Error('this machine has no such database');
  const theatre = await startTheatre(databases);

  const run = async (story: Story): Promise<Pick<Happened, 'broken' | 'trace' | 'fault'>> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setInterval(() => reject(new Error('the story never ends')), patienceMs);
    });
    try {
      const { breaches, trace } = await Promise.race([theatre.run(story), late]);
      return { broken: [...new Set(breaches.map(({ promise, sort }) => `${promise}: ${sort}`))], trace };
    } catch (error) {
      return { broken: [], trace: [], fault: error instanceof Error ? `${error.stack}` : String(error) };
    } finally {
      clearInterval(timer);
    }
  };

  const handle = async (order: Ordered): Promise<Happened> => {
    const at = performance.now();
    let story = order.kind === 'seed' ? storyOf(order.seed) : order.story;
    if (order.kind === 'shrink')
      story = await shrink(story, async (each) => (await run(each)).broken.includes(order.sort));
    const happened = await run(story);
    return { order, story, ...happened, ms: performance.now() - at };
  };

  process.on('message', (order: Ordered) => {
    handle(order).then(
      (happened) => process.send?.(happened),
      (error) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => {
    void theatre
      .stop()
      .then(() => databases.stop())
      .finally(() => process.exit());
  });
  process.send?.('ready');
};

serve().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
