import path from 'node:path';
import type { Card } from '../../src/cards/card';
import { resultCard } from '../../src/concern/result-card';
import { findRoute } from '../../src/concern/route';
import { createWizard } from '../../src/concern/wizard';
import type { Answers } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Municipality } from '../../src/municipality/schema';

export const ishoj = loadMunicipality(ishojFile);
export const fjordby = loadMunicipality(path.join(__dirname, '../support/fjordby.json'));
export const wizard = createWizard(ishoj);

/** What a result is shown from, as in a weekend. */
export const viewOf = (answers: Answers, municipality: Municipality = ishoj) => ({
  municipality,
  language: 'da' as const,
  answers,
  normalise: wizard.normalise,
  route: findRoute(municipality, wizard.complete(answers), () => 'inside-or-unknown'),
  availability: () => 'I dag er det weekend.',
});

export const shown = (answers: Answers, municipality?: Municipality): Card =>
  resultCard(viewOf(answers, municipality));

export const underAge: Answers = {
  urgency: 'ordinary',
  subject: 'young-person',
  age: 'under-18',
  workplace: 'other',
};
export const pupil: Answers = { ...underAge, workplace: 'school' };
