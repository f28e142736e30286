// The program in a year whose time its parent tells: it does what is due at that instant, and nothing by itself.
import { startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/log';

let at = Number(process.env.SIMULATED_AT);
const time = {
  now: (): number => at,
  pass: (ms: number): void => {
    at += Math.ceil(ms);
  },
};

const start = async (): Promise<void> => {
  const app = await startApp(loadConfig(process.env), createLog('info', process.stdout), time);
  process.on('message', ({ to }: { readonly to: number }) => {
    at = Math.max(at, to);
    app.tick().then(
      () => process.send?.({ at }),
      (error) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port: app.port });
};

start().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
