// Databases with many meetings: the first hundred have just reached their deadline, the others are years away.
// Tables are filled directly, since a million transactions that are each on the disk would take hours.
import { dateAt, group, groupId, packageOf, storedMeeting } from './world.mjs';

export const due = 100;
const meetingsPerGroup = 50;
const posted = { meeting: { messageId: 'message-1', outlived: [] } };
const coming = storedMeeting(dateAt(200), (meeting) => ({ ...meeting, posts: posted }));
/** A card that nobody fills is looked at again soon; here none is but those that are due. */
const nextCheckAt = coming.meeting.agenda.closesAt;
const row = coming.rows.find(({ kind }) => kind === 'day-before');
const { occurrence: date } = coming.meeting;

const groupOf = (number) => `group-${Math.floor(number / meetingsPerGroup)}`;
const named = (number, text) =>
  text.replaceAll(groupId, groupOf(number)).replaceAll(date, `meeting-${number}`);

/** Meeting `number` that reached its deadline a second ago, its id and its index. */
export function reached(number) {
  const now = Date.now();
  const agenda = { ...coming.meeting.agenda, closesAt: now - 1_000 };
  const body = { ...coming.meeting, startsAt: now + 7 * 86_400_000, agenda };
  const index = { groupId: groupOf(number), at: body.startsAt, nextCheckAt: now - 1_000 };
  return {
    id: named(number, `${groupId}/${date}`),
    body: JSON.parse(named(number, JSON.stringify(body))),
    index,
  };
}

/** `stored` meetings, as many rows for them, and their groups, in an embedded database that has its tables. */
export function fillFile(file, stored) {
  const connection = new (packageOf('libsql'))(file);
  const numbers = 'WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)';
  const inGroup = `'group-' || (i / ${meetingsPerGroup})`;
  const id = `${inGroup} || '/meeting-' || i`;
  const body = `replace(replace(:body, '${groupId}', ${inGroup}), '${date}', 'meeting-' || i)`;
  const { at } = coming.index;
  const run = (sql, values) => connection.prepare(`${numbers} ${sql}`).run(values);
  connection.exec('BEGIN');
  run(
    `INSERT INTO groups (id, version, group_id, at, wake_at, body)
     SELECT 'group-' || i, 1, 'group-' || i, 0, :nextCheckAt, replace(:body, '${groupId}', 'group-' || i) FROM n`,
    { count: Math.ceil(stored / meetingsPerGroup), nextCheckAt, body: JSON.stringify(group) },
  );
  run(
    `INSERT INTO meetings (id, version, group_id, at, wake_at, body) SELECT ${id}, 1, ${inGroup}, :at, :nextCheckAt, ${body} FROM n`,
    { count: stored, at, nextCheckAt, body: JSON.stringify(coming.meeting) },
  );
  run(
    `INSERT INTO outbox (id, kind, group_id, subject, recipient, due_at, useful_until, claimable_at, changed_at)
     SELECT ${id} || '/row', :kind, ${inGroup}, ${id}, :to, :dueAt, :usefulUntil, :dueAt, 0 FROM n`,
    { count: stored, kind: row.kind, to: row.to, dueAt: row.dueAt, usefulUntil: row.usefulUntil },
  );
  connection.exec('COMMIT');
  connection.close();
}

const batch = 5_000;

/** The same in a MongoDB database. */
export async function fillMongodb(uri, stored) {
  const { MongoClient } = packageOf('mongodb');
  const client = await new MongoClient(uri).connect();
  const { at } = coming.index;
  const [groupBody, meetingBody] = [JSON.stringify(group), JSON.stringify(coming.meeting)];
  const insert = async (name, count, documentOf) => {
    for (let from = 0; from < count; from += batch) {
      const size = Math.min(batch, count - from);
      await client
        .db()
        .collection(name)
        .insertMany(Array.from({ length: size }, (_, n) => documentOf(from + n)));
    }
  };
  await insert('groups', Math.ceil(stored / meetingsPerGroup), (n) => {
    const number = n * meetingsPerGroup;
    return {
      _id: groupOf(number),
      version: 1,
      groupId: groupOf(number),
      at: 0,
      wakeAt: nextCheckAt,
      body: named(number, groupBody),
    };
  });
  const idOf = (number) => `${groupOf(number)}/meeting-${number}`;
  await insert('meetings', stored, (n) => ({
    ...{ _id: idOf(n), version: 1, groupId: groupOf(n), at, wakeAt: nextCheckAt },
    body: named(n, meetingBody),
  }));
  await insert('outbox', stored, (n) => ({
    ...{
      ...row,
      id: undefined,
      _id: `${idOf(n)}/row`,
      groupId: groupOf(n),
      subject: idOf(n),
      state: 'planned',
    },
    ...{ attempts: 0, ambiguous: 0, underWay: false, changedAt: 0, fence: 0, claimableAt: row.dueAt },
  }));
  await client.close();
}
