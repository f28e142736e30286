// A process that lets stories happen, one after the other, for the one that started it.
import { storyOf } from './any-story';
import { type DatabaseName, startDatabases } from './databases';
import { startTheatre } from './run-story';
import { shrink } from './shrink';
import type { Story } from './story';

export type Ordered =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'story'; readonly name: string; readonly story: Story }
  | { readonly kind: 'shrink'; readonly seed: number; readonly sort: string; readonly story: Story };
export type Happened = {
  readonly kind: 'happened';
  readonly order: Ordered;
  /** Promise and sort of each breach, each once. */
  readonly broken: readonly string[];
  readonly trace: readonly string[];
  readonly story: Story;
  readonly fault?: string;
  readonly cpuMs: number;
};
/** What a worker says; that it is alive between the stories of one order. */
export type Said = 'ready' | 'alive' | Happened;

const serve = async (): Promise<void> => {
  const databases = await startDatabases((process.argv[2] ?? 'embedded') as DatabaseName);
  if (databases === undefined) throw new Error('this machine has no such database');
  const theatre = await startTheatre(databases);
  const tell = (said: Said): void => void process.send?.(said);

  const run = async (story: Story): Promise<Pick<Happened, 'broken' | 'trace' | 'fault'>> => {
    tell('alive');
    try {
      const { breaches, trace } = await theatre.run(story);
      return { broken: [...new Set(breaches.map(({ promise, sort }) => `${promise}: ${sort}`))], trace };
    } catch (error) {
      return { broken: [], trace: [], fault: error instanceof Error ? `${error.stack}` : String(error) };
    }
  };

  const handle = async (order: Ordered): Promise<Happened> => {
    const since = process.cpuUsage();
    let story = order.kind === 'seed' ? storyOf(order.seed) : order.story;
    if (order.kind === 'shrink')
      story = await shrink(story, async (each) => (await run(each)).broken.includes(order.sort));
    const happened = await run(story);
    const { user, system } = process.cpuUsage(since);
    return { kind: 'happened', order, story, ...happened, cpuMs: (user + system) / 1_000 };
  };

  process.on('message', (order: Ordered) => {
    handle(order).then(tell, (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    });
  });
  process.on('disconnect', () => {
    void theatre
      .stop()
      .then(() => databases.stop())
      .finally(() => process.exit());
  });
  tell('ready');
};

serve().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
