import { findRoute } from '../../src/concern/route';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';

const municipality = loadMunicipality(ishojFile);
const answers = {
  urgency: 'urgent',
  subject: 'young-person',
  age: 'under-18',
  workplace: 'family-centre',
} as const;

describe('the route of a unit’s own people, urgent', () => {
  const unitsWhen = (nobodyAt: string | undefined) => {
    const { steps, doubtful } = findRoute(municipality, answers, (unit) =>
      unit === nobodyAt ? 'probably-nobody' : 'inside-or-unknown',
    );
    return [steps.map(({ unit }) => unit), doubtful];
  };

  test('when probably nobody is at the unit that they are sent to > 114 comes before its telephone', () => {
    const [units, doubtful] = unitsWhen('staff-unit');
    expect(doubtful).toBe('staff-unit');
    expect(units).toEqual(['police', 'family-centre', 'staff-unit']);
  });

  test('when probably nobody else is at their own > nothing changes, for they are there', () => {
    expect(unitsWhen('family-centre')).toEqual(unitsWhen(undefined));
  });
});
