import { reportOf } from './doctor/finding';
import { reachFindings } from './doctor/reach';
import { settingsFindings } from './doctor/settings';

/** Exit code 0 when nothing stands in the bot's way, 1 when something does. */
const main = async (): Promise<void> => {
  const { config, findings } = settingsFindings(process.env);
  const all = [...findings, ...(config === undefined ? [] : await reachFindings(config, () => new Date()))];
  process.stdout.write(reportOf(all));
  process.exitCode = all.some(({ kind }) => kind === 'fault') ? 1 : 0;
};

main().catch((error: unknown) => {
  process.stderr.write(`The doctor itself failed: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 70;
});
