import type { Instant, Rates } from '../contract';
import { freePermits, longestOf } from '../rate-limits';
import { type Session, write } from './connection';

const selectNth = 'SELECT at FROM taken_places WHERE key = ? ORDER BY at DESC LIMIT 1 OFFSET ?';

const selectClosing = 'SELECT max(expires_at) AS until FROM taken_places WHERE key = ?';
const insertPermit = 'INSERT INTO taken_places (key, at, expires_at) VALUES (?, ?, ?)';
const closingOf = (key: string): string => `closed:${key}`;

/** Every taken permit is a row until the longest of its limits is over; so is a closing, under a key of its own. */
export const ratesIn = ({ connection, now }: Session): Rates => ({
  take: (key, limits, most) =>
    write(connection, () => {
      const at = now();
      connection.prepare('DELETE FROM taken_places WHERE expires_at <= ?').run(at);
      const nthLatest = connection.prepare(selectNth);
      const [closing] = connection.prepare(selectClosing).all(closingOf(key)) as { until: Instant | null }[];
      const permits = freePermits({
        limits,
        most,
        now: at,
        closedUntil: closing?.until ?? at,
        nthLatest: (n) => (nthLatest.all(key, n - 1) as { readonly at: Instant }[])[0]?.at,
      });
      const insert = connection.prepare(insertPermit);
      for (let n = 0; n < permits.taken; n += 1) insert.run(key, at, at + longestOf(limits));
      return permits;
    }),
  close: (key, ms) =>
    write(connection, () => {
      const at = now();
      connection.prepare(insertPermit).run(closingOf(key), at, at + ms);
    }),
});
