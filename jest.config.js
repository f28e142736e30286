require('./test/support/memory-folder.js');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  testSequencer: '<rootDir>/test/support/longest-first.js',
  // One more than the least machine has cores: the long suites wait for other processes half of their time.
  maxWorkers: 3,
  // Longer than any state is waited for, however busy the machine is.
  testTimeout: 300_000,
};
