/** `npm run infra`: parses every Bicep file, and holds modules, parameters and the program's settings together. */
import { readInfra, readParameters, settingsOfProgram } from './infra/read';
import { infraFaults } from './infra/rules';

const main = async (): Promise<void> => {
  const faults = infraFaults(await readInfra(), settingsOfProgram(), readParameters());
  if (faults.length === 0) return;
  process.stderr.write(
    `infra/ has ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`,
  );
  process.exitCode = 78;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'infra/ can not be read.'}\n`);
  process.exitCode = 78;
});
