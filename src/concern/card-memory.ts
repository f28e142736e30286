/**
 * Remembers what `build` made for each key while the circumstances stay as they are. Meant for pure functions only:
 * the memory can change when a value is computed, never what it is. It holds at most `limit` values, in no order of
 * when or how often they were asked for.
 */
export const createCardMemory = <Value>(limit: number) => {
  const values = new Map<string, Value>();
  let circumstancesThen = '';
  return (circumstances: string, key: string, build: () => Value): Value => {
    if (circumstances !== circumstancesThen || values.size >= limit) values.clear();
    circumstancesThen = circumstances;
    const value = values.get(key) ?? build();
    values.set(key, value);
    return value;
  };
};
