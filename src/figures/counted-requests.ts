import { hourMs } from '../duration';
import { type Hours, workedBetween } from '../requests/model/hours';
import type { UnitRequest } from '../requests/model/request';
import type { CalledUnit } from '../requests/model/unit-home';
import type { Documents } from '../storage/contract';
import { type Count, waitingClassOf } from './model/month';

/**
 * The same requests, of which each change that was written is looked at: one counts when it is asked, and how long it waited
 * when somebody takes it. What is counted has happened, and once.
 */
export const countedRequests = (
  requests: Documents<UnitRequest>,
  count: Count,
  hours: (unit: CalledUnit) => Hours,
): Documents<UnitRequest> => {
  const look = (before: UnitRequest | undefined, { unitId, key, askedAt, progress }: UnitRequest): void => {
    if (before?.key !== key) count(`asked/${unitId}`);
    if (progress.kind !== 'taken' || before?.progress.kind === 'taken') return;
    const waited = workedBetween(askedAt, progress.at, hours(unitId));
    count(`waited/${unitId}/${waitingClassOf(waited / hourMs)}`);
  };
  return {
    ...requests,
    insert: async (id, body, index) => {
      const isNew = await requests.insert(id, body, index);
      if (isNew) look(undefined, body);
      return isNew;
    },
    replace: async (doc, body, index) => {
      const isReplaced = await requests.replace(doc, body, index);
      if (isReplaced) look(doc.body as UnitRequest, body);
      return isReplaced;
    },
  };
};
