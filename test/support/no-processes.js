// In a run of the unit tests: whoever starts a process there learns at once where its suite belongs.
const childProcess = require('node:child_process');

for (const start of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'])
  childProcess[start] = () => {
    throw new Error('A unit test starts no process: name its suite in jest.unit.config.js');
  };
