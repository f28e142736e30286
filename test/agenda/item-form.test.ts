import fc from 'fast-check';
import { parseItemForm, type Typed } from '../../src/agenda/item-form';
import { limits } from '../../src/meetings/model/item';
import { network, nu } from '../meetings/model/agendas';

const context = { group: network, ownNames: ['Ishøj Kommune', 'Ungdomsskolen'] };
const nonce = 'a3f1c2d4-55aa';
const typed: Typed = {
  kind: 'discussion',
  title: 'Uro på parkeringspladsen',
  note: 'Der samles mange\nom aftenen.',
  minutes: '15',
  functionId: 'school',
};
const form = { ...typed, nonce };
const single = { kind: 'single-case', minutes: '20', functionId: 'ppr', nonce };

describe('item form, filled in', () => {
  test('with a topic > is a draft with the nonce as its id', () => {
    expect(parseItemForm(form, context)).toEqual({
      kind: 'item',
      draft: {
        id: nonce,
        kind: 'topic',
        topicKind: 'discussion',
        title: 'Uro på parkeringspladsen',
        note: 'Der samles mange\nom aftenen.',
        minutes: 15,
        functionId: 'school',
      },
    });
  });

  test('with a single case > has nothing but minutes and function', () => {
    expect(parseItemForm({ ...single, title: ' ', note: '' }, context)).toEqual({
      kind: 'item',
      draft: { id: nonce, kind: 'single-case', minutes: 20, functionId: 'ppr' },
    });
  });

  test.each([
    ['a number', 7, 7],
    ['a text with spaces', ' 007 ', 7],
    ['the least', '1', 1],
    ['the most', limits.minutes.most, limits.minutes.most],
  ])('minutes as %s > are read', (_, minutes, expected) => {
    expect(parseItemForm({ ...form, minutes }, context)).toMatchObject({ draft: { minutes: expected } });
  });

  test.each([
    ['an orientation', { kind: 'orientation' }, 5],
    ['a discussion', { kind: 'discussion' }, 15],
    ['a decision', { kind: 'decision' }, 10],
    ['a single case', { kind: 'single-case', title: '', note: '' }, 10],
  ])('%s without minutes > has those that are usual for its kind', (_, kind, minutes) => {
    for (const empty of ['', ' ', undefined])
      expect(parseItemForm({ ...form, ...kind, minutes: empty }, context)).toMatchObject({
        draft: { minutes },
      });
  });

  test('without a note, or with fields that nobody asked for > is read, and these are left out', () => {
    const { note: _, ...bare } = form;
    const extra = {
      ...bare,
      author: 'aad-somebody',
      carried: 9,
      late: 'accepted',
      __proto__: { state: 'held' },
    };
    expect(parseItemForm(extra, context)).toEqual(parseItemForm({ ...form, note: '' }, context));
  });

  test('with characters that cannot be seen > has none of them', () => {
    expect(
      parseItemForm({ ...form, title: ' Uro\u0000 på\r\n\u202eplad\u200bsen\ud800\t! ' }, context),
    ).toMatchObject({
      draft: { title: 'Uro på pladsen !' },
    });
  });
});

describe('item form, faults', () => {
  test.each([
    ['title', '', 'missing'],
    ['title', ' \u200b ', 'missing'],
    ['title', '–!', 'missing'],
    ['title', undefined, 'missing'],
    ['title', { da: 'x' }, 'missing'],
    ['title', 'x'.repeat(limits.title + 1), 'too-long'],
    ['note', 'y'.repeat(limits.note + 1), 'too-long'],
    ['minutes', '0', 'out-of-range'],
    ['minutes', 500, 'out-of-range'],
    ['minutes', '-5', 'out-of-range'],
    ['minutes', '2.5', 'out-of-range'],
    ['minutes', '1e2', 'out-of-range'],
    ['minutes', 'ti', 'out-of-range'],
    ['kind', '', 'missing'],
    ['kind', 'standing', 'unknown'],
    ['functionId', '', 'missing'],
    ['functionId', 'police', 'unknown'],
    ['title', 'Om 010203-1234', 'cpr'],
    ['title', '0102\u000003-12\u202e34', 'cpr'],
    ['note', 'cpr 0102031234', 'cpr'],
    ['minutes', '0102031234', 'cpr'],
    ['functionId', '010203 1234', 'cpr'],
    ['kind', '010203-1234', 'cpr'],
  ] as const)('%s is %j > says so at that field and keeps the rest', (field, value, fault) => {
    const parsed = parseItemForm({ ...form, [field]: value }, context);
    const kept = typeof value === 'string' ? value.trim() : value === 500 ? '500' : '';
    expect(parsed).toEqual({
      kind: 'faults',
      faults: { [field]: fault },
      typed: { ...typed, [field]: kept },
    });
  });

  test.each([limits.title, limits.title - 1])('a title of %i characters > is taken', (length) => {
    expect(parseItemForm({ ...form, title: 'æ'.repeat(length) }, context).kind).toBe('item');
  });

  test('in all fields > are said together', () => {
    expect(parseItemForm({ nonce }, context)).toMatchObject({
      faults: { kind: 'missing', title: 'missing', functionId: 'missing' },
    });
  });

  test('a single case with words > says that it has none, and a CPR number first', () => {
    expect(parseItemForm({ ...single, title: 'En dreng', note: '010203-1234' }, context)).toMatchObject({
      kind: 'faults',
      faults: { title: 'single-case-has-no-text', note: 'cpr' },
      typed: { title: 'En dreng', note: '010203-1234' },
    });
  });

  test.each([undefined, '', 'short', 'x'.repeat(65), 'no spaces in it', 5, { $ne: 1 }])(
    'nonce %j > no item can come of the card',
    (bad) => {
      expect(parseItemForm({ ...form, nonce: bad }, context)).toEqual({
        kind: 'faults',
        faults: { form: 'unknown' },
        typed,
      });
    },
  );

  test.each([undefined, null, 'x', 7, [], true])('data %j > no item, and nothing typed', (data) => {
    expect(parseItemForm(data, context)).toEqual({
      kind: 'faults',
      faults: { form: 'unknown' },
      typed: { kind: '', title: '', note: '', minutes: '', functionId: '' },
    });
  });

  test('to SSP-NU > only a single case of its functions', () => {
    const context = { group: nu, ownNames: [] };
    expect(parseItemForm({ ...single, functionId: 'police' }, context).kind).toBe('item');
    expect(parseItemForm({ ...form, functionId: 'police' }, context)).toMatchObject({
      faults: { kind: 'single-cases-only' },
    });
    expect(parseItemForm(single, context)).toMatchObject({ faults: { functionId: 'through-staff-unit' } });
  });
});

describe('item form, with what looks like a person', () => {
  const withName = { ...form, title: 'Lidt om Ali Hassan', note: 'Ring 23 45 67 89' };

  test('> is asked once about everything, with the text kept', () => {
    expect(parseItemForm(withName, context)).toEqual({
      kind: 'ask-person',
      found: [
        { kind: 'name', words: 'Ali Hassan' },
        { kind: 'telephone', words: '23 45 67 89' },
      ],
      typed: { ...typed, title: 'Lidt om Ali Hassan', note: 'Ring 23 45 67 89' },
    });
  });

  test('and the author says that it is none > is taken', () => {
    expect(parseItemForm({ ...withName, noPerson: 'true' }, context)).toMatchObject({
      draft: { title: 'Lidt om Ali Hassan' },
    });
    expect(parseItemForm({ ...withName, noPerson: true }, context).kind).toBe('ask-person');
  });

  test("among the municipality's names > is not asked", () => {
    expect(parseItemForm({ ...form, title: 'Nyt fra Ishøj Kommune' }, context).kind).toBe('item');
  });

  test('and a CPR number > is refused, whatever the author says', () => {
    const data = { ...withName, note: '010203-1234', noPerson: 'true' };
    expect(parseItemForm(data, context)).toMatchObject({ faults: { note: 'cpr' } });
  });
});

test('any form at all > is an item within the limits, a question or faults', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.integer(), fc.anything());
  const forms = fc.record(
    {
      kind: fc.oneof(
        { arbitrary: fc.constantFrom('single-case', 'orientation', 'decision'), weight: 5 },
        value,
      ),
      title: value,
      note: value,
      minutes: fc.oneof({ arbitrary: fc.integer({ min: -3, max: 300 }), weight: 5 }, value),
      functionId: fc.oneof({ arbitrary: fc.constantFrom(...network.functionIds), weight: 5 }, value),
      nonce: fc.oneof({ arbitrary: fc.constant(nonce), weight: 9 }, value),
      noPerson: fc.oneof(fc.constant('true'), value),
    },
    { requiredKeys: [] },
  );
  let items = 0;
  fc.assert(
    fc.property(forms, (data) => {
      const parsed = parseItemForm(data, context);
      if (parsed.kind !== 'item') return;
      items += 1;
      const { draft } = parsed;
      expect(draft.minutes).toBeGreaterThanOrEqual(1);
      expect(draft.minutes).toBeLessThanOrEqual(240);
      expect(Object.keys(draft).sort()).toEqual(
        draft.kind === 'topic'
          ? ['functionId', 'id', 'kind', 'minutes', 'note', 'title', 'topicKind']
          : ['functionId', 'id', 'kind', 'minutes'],
      );
      if (draft.kind === 'topic') {
        expect(draft.title.length).toBeLessThanOrEqual(limits.title);
        expect(draft.note.length).toBeLessThanOrEqual(limits.note);
        expect(draft.title + draft.note).not.toMatch(/[\ud800-\udfff]|[^\P{Cc}\n]/u);
      }
    }),
    { numRuns: 1500, seed: 20270112 },
  );
  expect(items).toBeGreaterThan(50);
});
