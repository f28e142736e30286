import { parseArgs } from 'node:util';
import { compareFiles } from './concern/comparison/comparison';
import { comparisonReport } from './concern/comparison/report';
import { loadMunicipality, MunicipalityError } from './municipality/load';

const usage = 'Use: npm run compare -- [--markdown] old.json new.json';

/** Exit code 0 whether or not anything differs, 64 for a wrong command line, 78 when a file isn't sound. */
const main = (): number => {
  const { values, positionals } = parseArgs({
    options: { markdown: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 64;
  }
  const municipality = loadMunicipality(after);
  const comparison = compareFiles(loadMunicipality(before), municipality);
  process.stdout.write(comparisonReport(comparison, municipality, values.markdown ? 'markdown' : 'text'));
  return 0;
};

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The files can not be compared.'}\n`);
  process.exitCode = error instanceof MunicipalityError ? 78 : 64;
}
