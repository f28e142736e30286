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

  it('full > forgets the oldest and no other', () => {
    const memory = createReplayMemory(3);
    for (const id of ['first', 'second', 'third', 'fourth']) memory.isFirst('chat', id, now);
    expect(memory.isFirst('chat', 'second', now)).toBe(false);
    expect(memory.isFirst('chat', 'fourth', now)).toBe(false);
    expect(memory.isFirst('chat', 'first', now)).toBe(true);
  });

  it('told to forget an activity > takes it for the first', () => {
    const memory = createReplayMemory();
    memory.isFirst('chat', 'failed', now);
    memory.forget('chat', 'failed');
    expect(memory.isFirst('chat', 'failed', now)).toBe(true);
  });
});
