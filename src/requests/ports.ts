import type { PersonId } from '../chat/turn';
import type { MeetingPorts } from '../meetings/access';
import type { Doc, Documents } from '../storage/contract';
import type { Hours } from './model/hours';
import type { UnitRequest } from './model/request';
import { type CalledUnit, calledUnits, isOpenHome, type OpenHome, type UnitHome } from './model/unit-home';
import { referenceOf } from './model/upkeep';

export type RequestPorts = Pick<MeetingPorts, 'municipality' | 'outbox' | 'roster'> & {
  /** AAD object ids, in small letters. */
  readonly administrators: ReadonlySet<PersonId>;
  /** What a channel is for, where it is a group's. */
  readonly channels: Pick<MeetingPorts['channels'], 'find'>;
  /** By the unit's id. */
  readonly homes: Documents<UnitHome>;
  readonly requests: Documents<UnitRequest>;
  readonly hours: (unit: CalledUnit) => Hours;
};

/** The unit's channel as far as requests can be brought there now. */
export const openHomeOf = async (
  { homes }: Pick<RequestPorts, 'homes'>,
  unitId: CalledUnit,
): Promise<OpenHome | undefined> => {
  const home = (await homes.find(unitId))?.body;
  return isOpenHome(home) ? home : undefined;
};

/** Every unit that has one, with its channel. */
export const allHomes = async ({ homes }: Pick<RequestPorts, 'homes'>): Promise<readonly Doc<UnitHome>[]> =>
  (await Promise.all(calledUnits.map((unit) => homes.find(unit)))).flatMap((doc) => doc ?? []);

/** So many could have been asked in the same millisecond. */
const atOnce = 50;

/** The request that a card or a row refers to; `undefined` when it is gone, or a later one has taken its place. */
export const findRequest = async (
  { requests }: Pick<RequestPorts, 'requests'>,
  unitId: string,
  reference: string,
): Promise<Doc<UnitRequest> | undefined> => {
  const askedAt = Number(reference.split('.')[0]);
  if (!Number.isSafeInteger(askedAt)) return undefined;
  const since = await requests.list(unitId, askedAt, atOnce);
  return since.find(({ body }) => referenceOf(body) === reference);
};
