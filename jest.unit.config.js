// What a developer waits for: the suites that need this process alone, no built program, database server or browser.
const whole = require('./jest.config.js');

const others = [
  'bundle/',
  'contract/',
  'e2e/',
  'infra/(alerts|two-instances)',
  'promises/',
  'rehearsal/',
  'reliability/reliability',
  'simulation/',
  'turns/',
  'cards/(agenda-rendering|length|link-cards|many-groups-rendering|meeting-cards|rendering)',
  'delivery/one-post',
  'figures/(cards|page)',
  'http/(flood|link-page|links-trouble|pages-look)',
  'package/(commands|package)',
  'stored/table',
  'teams/(admission|edge|installations|program)',
  'requests/(cards|kills|life-mongodb)',
  '(dev|doctor).test',
];

/** @type {import('jest').Config} */
module.exports = {
  ...whole,
  testPathIgnorePatterns: others.map((suites) => `<rootDir>/test/${suites}`),
  setupFiles: ['<rootDir>/test/support/no-processes.js'],
};
