/** What a process tells of itself in these tests. */
export const testFacts = {
  version: '7.8.9',
  database: 'sqlite',
  isStopped: false,
  clock: () => performance.now(),
} as const;
