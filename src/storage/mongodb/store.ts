import type { Db } from 'mongodb';
import type { Installation, Instant, Store } from '../contract';
import { clientOf, databaseNameOf, type Session, serverClock, upsert } from './connection';
import { documentsIn } from './documents';
import { outboxIn } from './outbox';
import { ratesIn } from './rates';
import { prepareSchema } from './schema';

type StoredInstallation = Omit<Installation, 'conversationId'> & { readonly _id: string };
/** A week's counts in one document, so that they are added as a whole; the keys are encoded route names. */
type StoredWeek = { readonly _id: string; readonly routes: Readonly<Record<string, number>> };

/**
 * Opens the database of a `mongodb://` or `mongodb+srv://` address and makes the indexes that are missing. `clock`
 * takes the place of the server's own in simulations.
 */
export const openMongodbStore = async (databaseUrl: string, clock?: () => Instant): Promise<Store> => {
  const client = clientOf(databaseUrl);
  const db = client.db(databaseNameOf(databaseUrl));
  try {
    await client.connect();
    await prepareSchema(db);
  } catch (cause) {
    await client.close();
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`The database can't be opened: ${reason}`, { cause });
  }
  const session: Session = { db, now: clock === undefined ? serverClock(db) : async () => clock() };
  return {
    installations: installationsIn(db),
    counts: countsIn(db),
    documents: (collection) => documentsIn(session, collection),
    outbox: outboxIn(session),
    rates: ratesIn(session),
    clock: session.now,
    isReachable: () =>
      db.command({ ping: 1 }).then(
        () => true,
        () => false,
      ),
    close: () => client.close(),
  };
};

const installationsIn = (db: Db): Store['installations'] => {
  const installations = db.collection<StoredInstallation>('installations');
  return {
    save: ({ conversationId, teamId, tenantId, serviceUrl }) =>
      upsert(() =>
        installations.replaceOne({ _id: conversationId }, { teamId, tenantId, serviceUrl }, { upsert: true }),
      ),
    find: async (conversationId) => {
      const found = await installations.findOne({ _id: conversationId });
      if (found === null) return undefined;
      const { _id, ...rest } = found;
      return { conversationId: _id, ...rest };
    },
    removeConversation: async (conversationId) => {
      await installations.deleteOne({ _id: conversationId });
    },
    removeTeam: async (teamId) => {
      await installations.deleteMany({ teamId });
    },
  };
};

const keyOf = (route: string): string => encodeURIComponent(route).replaceAll('.', '%2E');

const countsIn = (db: Db): Store['counts'] => {
  const weeks = db.collection<StoredWeek>('weeklyCounts');
  return {
    add: async (counts) => {
      for (const [week, own] of byWeek(counts))
        await upsert(() => weeks.updateOne({ _id: week }, { $inc: own }, { upsert: true }));
    },
    list: async () => {
      const found = await weeks.find().sort({ _id: 1 }).toArray();
      return found.flatMap(({ _id: week, routes }) =>
        Object.entries(routes)
          .map(([key, count]) => ({ week, route: decodeURIComponent(key), count }))
          .sort((a, b) => (a.route < b.route ? -1 : 1)),
      );
    },
  };
};

type Increments = Record<string, number>;

const byWeek = (counts: Parameters<Store['counts']['add']>[0]): ReadonlyMap<string, Increments> => {
  const weeks = new Map<string, Increments>();
  for (const { week, route, count } of counts) {
    const own = weeks.get(week) ?? {};
    const field = `routes.${keyOf(route)}`;
    weeks.set(week, { ...own, [field]: (own[field] ?? 0) + count });
  }
  return weeks;
};
