import { newRequest, type UnitRequest } from '../../../src/requests/model/request';
import { waitingOf } from '../../../src/requests/model/waiting';

const at = (wall: string) => Date.parse(wall);
const wish = { kind: 'call-back', number: '20314253', when: [] } as const;
const asker = {
  personId: 'p-asker',
  tenantId: 't-1',
  serviceUrl: 'https://teams.example/',
  conversationId: 'a:asker',
  language: 'da',
} as const;
/** Asked on the last evening of November, an hour and a half before December. */
const askedAt = at('2026-11-30T22:30:00+01:00');
const asked = newRequest({ unitId: 'family-centre', key: 'key-1', asker, askedAt, earlier: [] }, wish);
const hours = () => [{ from: '08:00', to: '16:00' }];

test('request, taken > counts in the month when it was asked, with the working hours that it waited', () => {
  const taken: UnitRequest = {
    ...asked,
    progress: { kind: 'taken', by: 'p-anna', at: at('2026-12-01T09:15:00+01:00'), wish },
  };
  expect(waitingOf(taken, hours)).toEqual({
    unitId: 'family-centre',
    kind: 'call-back',
    month: '2026-11',
    waitedMs: 75 * 60_000,
  });
});

test('request that nobody has taken > counts without a wait', () => {
  expect(waitingOf(asked, hours)).toMatchObject({ month: '2026-11', waitedMs: undefined });
});
