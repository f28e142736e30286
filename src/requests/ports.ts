import type { PersonId } from '../chat/turn';
import type { MeetingPorts } from '../meetings/access';
import type { Doc, Documents } from '../storage/contract';
import type { Hours } from './model/hours';
import type { UnitRequest } from './model/request';
import { type CalledUnit, calledUnits, isOpenHome, type OpenHome, type UnitHome } from './model/unit-home';
import { referenceOf } from './model/upkeep';

export type RequestPorts = Pick<MeetingPorts, 'municipality' | 'outbox' | 'roster' | 'notices'> & {
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

/** What Teams calls somebody of a conversation; '' when it doesn't say. The name is kept nowhere. */
export const nameIn = async (
  { roster }: Pick<RequestPorts, 'roster'>,
  conversation: Parameters<RequestPorts['roster']>[0],
  personId: PersonId,
): Promise<string> => {
  const members = await roster(conversation);
  return Array.isArray(members) ? (members.find((each) => each.personId === personId)?.name ?? '') : '';
};

/** What the unit's people call whoever has taken the request; '' when nobody has. */
export const takerName = async (
  ports: Pick<RequestPorts, 'roster'>,
  { progress }: UnitRequest,
  home: OpenHome | undefined,
): Promise<string> =>
  progress.kind === 'taken' && home !== undefined ? nameIn(ports, home.channel, progress.by) : '';

/** The same for the asker: only where the unit wants it. */
export const shownTaker = async (
  ports: Pick<RequestPorts, 'roster'>,
  request: UnitRequest,
  home: OpenHome | undefined,
): Promise<string> => (home?.state.showsTaker === true ? takerName(ports, request, home) : '');

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
