// In a run of the unit tests: a suite that starts a program to talk to learns at once where it belongs.
const childProcess = require('node:child_process');

for (const start of ['fork', 'spawn'])
  childProcess[start] = () => {
    throw new Error('A unit test starts no process: name its suite in jest.unit.config.js');
  };
