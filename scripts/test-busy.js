// `npm run test:busy`: all tests three times beside four processes that do nothing but keep the machine busy. What
// fails here and not alone waits by the clock. RUNS and BUSY are other numbers of either; arguments go on to jest.
const { fork, spawnSync } = require('node:child_process');

const spin = () => {
  for (const end = Date.now() + 50; Date.now() < end; );
  setImmediate(spin);
};

/** Ends with its parent, however that ends. */
const beBusy = () => {
  process.on('disconnect', () => process.exit());
  spin();
};

const runAll = () => {
  const { RUNS = '3', BUSY = '4' } = process.env;
  const busy = Array.from({ length: Number(BUSY) }, () => fork(__filename));
  const failed = [];
  for (let run = 1; run <= Number(RUNS); run += 1) {
    process.stdout.write(`\nRun ${run} of ${RUNS} beside ${BUSY} busy processes\n`);
    const jest = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    if (jest.status !== 0) failed.push(run);
  }
  for (const child of busy) child.kill();
  process.stdout.write(
    failed.length === 0 ? `\nAll ${RUNS} runs passed.\n` : `\nFailed: run ${failed.join(', ')}.\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
};

if (process.send) beBusy();
else runAll();
