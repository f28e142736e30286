import type { Doc, Instant } from '../storage/contract';
import { mustChangeRequest } from './change';
import { checkHomes } from './home-health';
import type { UnitRequest } from './model/request';
import { type CalledUnit, isOpenHome } from './model/unit-home';
import { advance, dueRows, isOutlived, nextLookAt } from './model/upkeep';
import { allHomes, openHomeOf, type RequestPorts } from './ports';

/**
 * What a due request needs: what time has made of it, the rows of what must be sent, and in the end that it goes. Several
 * processes may do it at once.
 */
export const maintainRequest = async (
  ports: RequestPorts,
  doc: Doc<UnitRequest>,
  now: Instant,
): Promise<void> => {
  const { requests, outbox, municipality } = ports;
  if (isOutlived(doc.body, now)) {
    await requests.remove(doc.id);
    return;
  }
  const { unitId } = doc.body;
  const home = await openHomeOf(ports, unitId);
  const { remindAfterHours } = municipality.requests;
  const updated = await mustChangeRequest(ports, doc, {
    now,
    decide: (request) => {
      const body = advance(request, { home, hours: ports.hours(unitId), remindAfterHours, now });
      return body === request ? { kind: 'leave', left: 'same' } : { kind: 'save', body };
    },
    // Until its rows are planned, so that a crash in between leaves nothing out.
    isDueAfter: true,
  });
  if (updated.kind === 'missing') return;
  const rows = dueRows(updated.doc.body, home, now);
  await outbox.plan(rows.plan);
  await outbox.requeue(rows.again);
  await requests.putOff(updated.doc, nextLookAt(updated.doc.body, now));
};

export type CalledUnits = {
  /** The units that requests can be brought to, as they were at most half a minute ago. */
  units(): ReadonlySet<CalledUnit>;
  /** Reads them anew when it is time, and looks whether their channels are there. */
  refresh(now: Instant): Promise<void>;
};

const freshMs = 30_000;

/** Keeps in memory which units have a channel, so that a click in the signpost asks no database. */
export const createCalledUnits = (portsNow: () => RequestPorts): CalledUnits => {
  let units: ReadonlySet<CalledUnit> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;

  return {
    units: () => units,
    refresh: async (now) => {
      if (now - readAt < freshMs) return;
      readAt = now;
      const ports = portsNow();
      await checkHomes(ports, now);
      const homes = await allHomes(ports);
      units = new Set(homes.flatMap(({ body }) => (isOpenHome(body) ? [body.unitId] : [])));
    },
  };
};
