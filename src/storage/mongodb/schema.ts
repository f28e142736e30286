import type { Db, IndexSpecification } from 'mongodb';
import { unlessTaken } from './connection';

type Schema = { readonly _id: 'schema'; readonly version: number };

/** What the documents look like; a change that an older program can't read counts it up and converts what is there. */
export const schemaVersion = 1;

const ofDocuments: readonly IndexSpecification[] = [
  { groupId: 1, at: 1, _id: 1 },
  { at: 1, _id: 1 },
  { wakeAt: 1, _id: 1 },
];

/** By collection. Plain indexes only, so that compatible servers keep them as well. */
export const indexes: Readonly<Record<string, readonly IndexSpecification[]>> = {
  installations: [{ teamId: 1 }],
  groups: ofDocuments,
  channels: ofDocuments,
  meetings: ofDocuments,
  feeds: ofDocuments,
  links: ofDocuments,
  notices: ofDocuments,
  units: ofDocuments,
  requests: ofDocuments,
  facts: ofDocuments,
  audit: ofDocuments,
  figures: ofDocuments,
  outbox: [
    { claimableAt: 1, _id: 1 },
    { groupId: 1, dueAt: 1, _id: 1 },
    { state: 1, dueAt: 1 },
  ],
  takenPlaces: [{ expiresAt: 1 }],
};

/** Makes the indexes that are missing. Throws when the database is newer than this program. */
export const prepareSchema = async (db: Db): Promise<void> => {
  const schema = db.collection<Schema>('schema');
  await unlessTaken(() => schema.insertOne({ _id: 'schema', version: schemaVersion }));
  const version = (await schema.findOne({ _id: 'schema' }))?.version ?? schemaVersion;
  if (version > schemaVersion)
    throw new Error(
      `The database has schema version ${version}, this program knows ${schemaVersion}: start the newer program`,
    );
  await wakeChannels(db);
  await wakeGroups(db);
  await Promise.all(
    Object.entries(indexes).flatMap(([collection, keys]) =>
      keys.map((key) => db.collection(collection).createIndex(key)),
    ),
  );
};

/** Channels that earlier versions never looked at again are looked at once: who was named there is forgotten in time. */
const wakeChannels = (db: Db): Promise<unknown> =>
  db.collection('channels').updateMany({ wakeAt: { $exists: false } }, { $set: { wakeAt: 0 } });

/** Groups that earlier versions keep under no minute of the week are looked at once, and found by it from then on. */
const wakeGroups = (db: Db): Promise<unknown> =>
  db.collection('groups').updateMany({ at: 0, wakeAt: { $exists: true } }, { $set: { wakeAt: 0 } });
