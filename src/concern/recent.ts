/**
 * Remembers what `build` made for the last `limit` keys. Meant for pure functions only: the memory can change when a
 * value is computed, never what it is.
 */
export const createRecent = <Value>(limit: number): ((key: string, build: () => Value) => Value) => {
  const values = new Map<string, Value>();
  return (key, build) => {
    const known = values.get(key);
    const value = known === undefined ? build() : known;
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > limit && oldest !== undefined) values.delete(oldest);
    return value;
  };
};
