import { createPages } from '../../src/http/pages/pages';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';

/** What a process tells of itself in these tests. */
export const testFacts = {
  version: '7.8.9',
  database: 'sqlite',
  isStopped: false,
  clock: () => performance.now(),
} as const;

/** The pages of Ishøj with a retention and a contact of their own. */
export const testPages = createPages({
  municipality: loadMunicipality(ishojFile),
  language: 'da',
  keepDays: 43,
  dpoContact: 'raadgiver@ishoj.example',
});
