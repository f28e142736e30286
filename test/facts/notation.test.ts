import fc from 'fast-check';
import {
  closedDaysIn,
  closedDaysText,
  holidaysIn,
  holidaysText,
  hoursIn,
  hoursText,
  localizedIn,
} from '../../src/facts/model/notation';

const nine = { from: '09:00', to: '15:00' };

describe('opening hours', () => {
  test.each([
    ['mandag-torsdag 9-15', ['monday', 'tuesday', 'wednesday', 'thursday'], [nine]],
    ['Man og ons: kl. 9.00–15.00', ['monday', 'wednesday'], [nine]],
    ['hverdage 9:00-15:00', ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], [nine]],
    ['Saturday 9 to 15', ['saturday'], [nine]],
    ['lørdag 9-15 og 16.30-18', ['saturday'], [nine, { from: '16:30', to: '18:00' }]],
  ])('written %s > are read', (text, days, spans) => {
    const weekdays = Object.fromEntries(days.map((day) => [day, spans]));
    expect(hoursIn(text)).toEqual({ kind: 'read', value: { weekdays, closedOn: [] } });
  });

  test('with days on which it is closed > are read', () => {
    expect(hoursIn('fredag 9-15\nsøndag lukket\nlukket 24-12, 31-12-2026')).toEqual({
      kind: 'read',
      value: { weekdays: { friday: [nine] }, closedOn: ['12-24', '2026-12-31'] },
    });
    expect(hoursIn(' \n ')).toEqual({ kind: 'read', value: undefined });
  });

  test.each(['mandag', 'mandag 15-9', 'mandag 9-25', 'mandag 9-15 fredag', 'dagligt 9-15', 'lukket 32-12'])(
    'written %s > name the line that can’t be read',
    (line) => expect(hoursIn(`fredag 9-15\n${line}`)).toEqual({ kind: 'unread', line }),
  );
});

describe('days off', () => {
  test('closed every year or once > are read', () => {
    expect(closedDaysIn('24-12 juleaften / Christmas Eve\n5.6.2027 grundlovsdag')).toEqual({
      kind: 'read',
      value: [
        { on: '12-24', name: { da: 'juleaften', en: 'Christmas Eve' } },
        { on: '2027-06-05', name: { da: 'grundlovsdag', en: 'grundlovsdag' } },
      ],
    });
  });

  test.each(['juleaften', '31-02 en dag', '24-12', '24-12 25-12 jul'])(
    'closed, written %s > name the line',
    (line) => expect(closedDaysIn(line)).toEqual({ kind: 'unread', line }),
  );

  const winter = { from: '2027-02-13', to: '2027-02-21', name: { da: 'vinterferie', en: 'winter' } };
  test.each([
    '13-02-2027 til 21-02-2027 vinterferie / winter',
    'vinterferie / winter: 13.2.2027 - 21.2.2027',
    'Fra 2027-02-13 til og med 2027-02-21 vinterferie / winter',
  ])('of schools, written %s > are read', (line) => {
    expect(holidaysIn(line)).toEqual({ kind: 'read', value: [winter] });
  });

  test.each(['13-02 til 21-02-2027 vinterferie', '21-02-2027 til 13-02-2027 vinterferie', '13-02-2027'])(
    'of schools, written %s > name the line',
    (line) => expect(holidaysIn(line)).toEqual({ kind: 'unread', line }),
  );
});

const word = fc
  .stringMatching(/^[a-zæøå]{3,9}( [a-zæøå]{3,9})?$/)
  .filter((name) => !/(?:^| )(?:fra|til|med|from|until)(?: |$)/.test(name));
const name = fc.record({ da: word, en: word });
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const span = fc
  .tuple(time, time)
  .filter(([from, to]) => from !== to)
  .map((pair) => {
    const [from = '', to = ''] = pair.toSorted();
    return { from, to };
  });
const spans = fc.option(fc.array(span, { minLength: 1, maxLength: 2 }), { nil: undefined });
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const hours = fc
  .record({
    weekdays: fc
      .record(Object.fromEntries(days.map((day) => [day, spans])))
      .map((all) => JSON.parse(JSON.stringify(all))),
    closedOn: fc.array(
      fc.oneof(
        date,
        date.map((each) => each.slice(5)),
      ),
      { maxLength: 3 },
    ),
  })
  .filter(({ weekdays, closedOn }) => Object.keys(weekdays).length + closedOn.length > 0);
const language = fc.constantFrom('da' as const, 'en' as const);

test('whatever is shown in a form > is read back as it was', () => {
  fc.assert(
    fc.property(hours, language, (value, spoken) => {
      expect(hoursIn(hoursText(value, spoken))).toEqual({ kind: 'read', value });
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          on: fc.oneof(
            date,
            date.map((each) => each.slice(5)),
          ),
          name,
        }),
      ),
      (value) => {
        expect(closedDaysIn(closedDaysText(value))).toEqual({ kind: 'read', value });
      },
    ),
    { numRuns: 200 },
  );
  const run = fc.record({ one: date, other: date, name }).map(({ one, other, name: called }) => {
    const [from = '', to = ''] = [one, other].toSorted();
    return { from, to, name: called };
  });
  fc.assert(
    fc.property(fc.array(run), language, (value, spoken) => {
      expect(holidaysIn(holidaysText(value, spoken))).toEqual({ kind: 'read', value });
    }),
    { numRuns: 200 },
  );
});

test('words in one language > stand for both', () => {
  expect(localizedIn('Aula')).toEqual({ da: 'Aula', en: 'Aula' });
  expect(localizedIn('forside / front page')).toEqual({ da: 'forside', en: 'front page' });
});
