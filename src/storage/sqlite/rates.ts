import type { Instant, Rates } from '../contract';
import { longestOf, waitFor } from '../windows';
import { type Session, write } from './connection';

const selectNth = 'SELECT at FROM taken_places WHERE key = ? ORDER BY at DESC LIMIT 1 OFFSET ?';

const selectClosing = 'SELECT max(expires_at) AS until FROM taken_places WHERE key = ?';
const insertPlace = 'INSERT INTO taken_places (key, at, expires_at) VALUES (?, ?, ?)';
const closingOf = (key: string): string => `closed:${key}`;

/** Every taken place is a row until the longest of its windows is over; so is a closing, under a key of its own. */
export const ratesIn = ({ connection, now }: Session): Rates => ({
  take: (key, windows) =>
    write(connection, () => {
      const at = now();
      connection.prepare('DELETE FROM taken_places WHERE expires_at <= ?').run(at);
      const nthLatest = connection.prepare(selectNth);
      const [closing] = connection.prepare(selectClosing).all(closingOf(key)) as { until: Instant | null }[];
      const wait = Math.max(
        (closing?.until ?? at) - at,
        waitFor(windows, at, (n) => (nthLatest.all(key, n - 1) as { readonly at: Instant }[])[0]?.at),
      );
      if (wait === 0) connection.prepare(insertPlace).run(key, at, at + longestOf(windows));
      return wait;
    }),
  close: (key, ms) =>
    write(connection, () => {
      const at = now();
      connection.prepare(insertPlace).run(closingOf(key), at, at + ms);
    }),
});
