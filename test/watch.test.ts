import type { LogEvent } from '../src/log';
import { createWatch } from '../src/watch';
import { memoryDocuments } from './support/memory-store';

const noon = 1_900_000_000_000;

const watched = () => {
  const told: unknown[] = [];
  const logged: LogEvent[] = [];
  const groups = memoryDocuments<object>(() => noon);
  const meetings = memoryDocuments<object>(() => noon);
  const watch = createWatch({
    collections: { groups, meetings },
    noticesWaiting: async () => 5,
    metrics: {
      documents: (name, backlog) => told.push([name, backlog]),
      notices: (waiting) => told.push(waiting),
    },
    log: (event) => logged.push(event),
  });
  return { watch, told, logged, groups, meetings };
};

describe('watch', () => {
  it('documents that stay due, notices that wait > tells how many and since when', async () => {
    const { watch, told, groups, meetings } = watched();
    await groups.insert('east', {}, { groupId: 'east', at: 0, nextCheckAt: noon + 9 });
    await groups.insert('west', {}, { groupId: 'west', at: 0 });
    await meetings.insert('east/1', {}, { groupId: 'east', at: 0, nextCheckAt: noon - 700_000 });
    await watch.once();
    expect(told).toEqual([['groups', { due: 0, lagMs: 0 }], ['meetings', { due: 1, lagMs: 700_000 }], 5]);
  });

  it('the database away > logs it and never rejects', async () => {
    const { watch, logged, groups } = watched();
    Object.assign(groups, { backlog: () => Promise.reject(new TypeError('secret')) });
    await watch.once();
    expect(logged).toMatchObject([{ event: 'watch-failed', error: 'TypeError' }]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});
