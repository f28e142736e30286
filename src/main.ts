import './compile-cache';
import { startApp } from './app';
import { ConfigError, loadConfig, variables } from './config';
import { createLog } from './log';
import { nearMissesIn } from './misspelt';
import { MunicipalityError } from './municipality/load';

/** The codes of sysexits.h: a fault of the configuration, of the port, of anything else. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof ConfigError || error instanceof MunicipalityError) return 78;
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 69 : 70;
};

const sentenceOf = (error: unknown, code: number): string => {
  if (code === 69) return `The port is taken: stop what listens on it, or set PORT to another.`;
  return error instanceof Error ? error.message : 'Vejviser can not start.';
};

const drainMs = 10_000;

const main = async (): Promise<void> => {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel, process.stdout);
  for (const miss of nearMissesIn(process.env, variables)) log({ event: 'setting-not-read', ...miss });
  const app = await startApp(config, log);
  const stop = (): void => {
    setTimeout(() => process.exit(1), drainMs).unref();
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

main().catch((error: unknown) => {
  const code = exitCodeOf(error);
  process.stderr.write(`${sentenceOf(error, code)}\n`);
  process.exit(code);
});
