import {
  heardKinds,
  privateKind,
  receiptKinds,
  receiverOf,
  rowKindIn,
} from '../../../src/meetings/model/row-kinds';

test('every kind of row > is known by its name, and another version’s isn’t', () => {
  for (const kind of [...heardKinds, ...heardKinds.map(privateKind), ...receiptKinds, 'show-agenda'])
    expect(rowKindIn(kind)).toBe(kind);
  expect(['private-unheard-of', 'private-', '', 'constructor'].map(rowKindIn)).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([
  ['day-before', 'channel'],
  ['agenda-card', 'channel'],
  ['private-day-before', 'subscriber'],
  ['private-change-notice', 'subscriber'],
  ['item-refused', 'person'],
  ['channel-gone', 'person'],
  ['taken-over', 'person'],
  ['new-guest', 'coordinator'],
  ['ask-outcomes', 'coordinator'],
] as const)('a row %s > is for the %s', (kind, receiver) => {
  expect(receiverOf(kind)).toBe(receiver);
});
