import { createReplayMemory } from '../../src/teams/replay';

const now = new Date('2026-11-18T09:10:11Z');
const minutesLater = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('replay memory', () => {
  it('knows an activity of a conversation for ten minutes', () => {
    const memory = createReplayMemory();
    expect(memory.isFirst('chat-1', 'activity-1', now)).toBe(true);
    expect(memory.isFirst('chat-1', 'activity-1', minutesLater(9))).toBe(false);
    expect(memory.isFirst('chat-2', 'activity-1', now)).toBe(true);
    expect(memory.isFirst('chat-1', 'activity-1', minutesLater(11))).toBe(true);
  });

  it('full > knows the last ones and forgets the oldest', () => {
    const memory = createReplayMemory(2);
    for (const id of ['first', 'second', 'third', 'fourth', 'fifth']) memory.isFirst('chat', id, now);
    for (const id of ['third', 'fourth', 'fifth']) expect(memory.isFirst('chat', id, now)).toBe(false);
    expect(memory.isFirst('chat', 'first', now)).toBe(true);
  });

  it('full for long > takes no longer for an activity than empty', () => {
    const memory = createReplayMemory(20_000);
    const cpuOf = (from: number): number => {
      const before = process.cpuUsage();
      for (let index = from; index < from + 10_000; index += 1) memory.isFirst('chat', `id-${index}`, now);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const rounds = Array.from({ length: 20 }, (_, round) => cpuOf(round * 10_000));
    expect(Math.min(...rounds.slice(-5))).toBeLessThan(3 * Math.min(...rounds.slice(0, 5)));
  });

  it('told to forget an activity > takes it for the first', () => {
    const memory = createReplayMemory();
    memory.isFirst('chat', 'failed', now);
    memory.forget('chat', 'failed');
    expect(memory.isFirst('chat', 'failed', now)).toBe(true);
  });
});
