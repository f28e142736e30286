/**
 * What is made of a value that is exchanged now and then: made anew when the value is another one, and the same until then.
 * So a slice can be written over a constant value, and the edge follows the exchange.
 */
export const derived = <From, Made>(from: () => From, make: (from: From) => Made): (() => Made) => {
  let last: { readonly from: From; readonly made: Made } | undefined;
  return () => {
    const now = from();
    if (last === undefined || last.from !== now) last = { from: now, made: make(now) };
    return last.made;
  };
};
