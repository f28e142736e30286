import { wallTimeOf } from '../../municipality/wall-time';
import { type Hours, workedBetween } from './hours';
import type { AskedKind, UnitRequest } from './request';
import type { CalledUnit } from './unit-home';

/** What a request adds to figures about its unit: nothing about who asked, or what. */
export type Waiting = {
  readonly unitId: CalledUnit;
  readonly kind: AskedKind;
  /** `2026-12`, in Danish wall time: when it was asked. */
  readonly month: string;
  /** In the unit's working hours, from asked to taken; `undefined` as long as nobody has it. */
  readonly waitedMs: number | undefined;
};

/** How long the unit let the request wait. Of one that was given back it is counted to whoever took it last. */
export const waitingOf = ({ unitId, kind, askedAt, progress }: UnitRequest, hours: Hours): Waiting => ({
  unitId,
  kind,
  month: wallTimeOf(new Date(askedAt)).date.slice(0, 7),
  waitedMs: progress.kind === 'taken' ? workedBetween(askedAt, progress.at, hours) : undefined,
});
