export type Recent<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
};

/**
 * A map that remembers what was set last: at least `limit` entries, at most twice as many. It forgets them by the
 * half, since a `Map` that gives up its oldest key each time walks over all the gaps that this has left.
 */
export const createRecent = <Value>(limit: number): Recent<Value> => {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set: (key, value) => {
      young.set(key, value);
      if (young.size < limit) return;
      old = young;
      young = new Map();
    },
    delete: (key) => {
      young.delete(key);
      old.delete(key);
    },
  };
};
