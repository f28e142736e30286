// The paragraph 'where the time and the memory go' of docs/bench.md.
const percent = (share) => `${Math.round(share * 100)} %`;
const megabytes = (value) => `${Math.round(value)} MB`;

/** Six lines: three from the profile of a line of clicks, three from the scale. */
export function linesOfProfile({ time, weight }, memoryAfterLoad) {
  const biggest = Object.entries(weight.packages)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 5)
    .map(([name, size]) => `${name} ${megabytes(size)}`);
  const loaded = Object.values(weight.packages).reduce((sum, size) => sum + size, 0);
  const { heapUsed, heapTotal, rss } = weight.atEnd;
  return `## Where the time goes

A CPU profile of ours under one line of clicks as people make them; waiting is left out.

${time
  .slice(0, 3)
  .map(({ owner, share }) => `- ${percent(share)} ${owner}`)
  .join('\n')}

The rest: ${time
    .slice(3)
    .filter(({ share }) => share >= 0.005)
    .map(({ owner, share }) => `${owner} ${percent(share)}`)
    .join(', ')}.

## Where the memory goes

${megabytes(memoryAfterLoad)} in the run above; in a run of its own under one line of clicks it ended at ${megabytes(rss)}:

- ${megabytes(weight.atStart)} Node itself, ${megabytes(loaded)} packages as they are first loaded: ${biggest.join(', ')}.
- ${megabytes(heapUsed)} of JavaScript objects in use at the end, in a heap of ${megabytes(heapTotal)}.
- ${megabytes(rss - weight.atStart - loaded)} came after loading: our own code and rules, the heap's growth under load, sockets.`;
}
