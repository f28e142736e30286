import type { Instant, Rates } from '../contract';
import { longestOf, waitFor } from '../windows';
import { type Session, write } from './connection';

const selectNth = 'SELECT at FROM taken_places WHERE key = ? ORDER BY at DESC LIMIT 1 OFFSET ?';

/** Every taken place is a row until the longest of its windows is over. */
export const ratesIn = ({ connection, now }: Session): Rates => ({
  take: (key, windows) =>
    write(connection, () => {
      const at = now();
      connection.prepare('DELETE FROM taken_places WHERE expires_at <= ?').run(at);
      const nthLatest = connection.prepare(selectNth);
      const wait = waitFor(
        windows,
        at,
        (n) => (nthLatest.all(key, n - 1) as { readonly at: Instant }[])[0]?.at,
      );
      if (wait === 0)
        connection
          .prepare('INSERT INTO taken_places (key, at, expires_at) VALUES (?, ?, ?)')
          .run(key, at, at + longestOf(windows));
      return wait;
    }),
});
