import { z } from 'zod';

/** Nothing that a parser drops, decodes or reads as something else: no control character, backslash or percent sign,
 * no credentials, query or fragment. */
const plainAddress = /^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?(?:\/[\w.-]+)*\/?$/;

/** A parser also shortens `/../`, counts `127.1` as an address and leaves out a scheme's own port. */
const isAsParsed = (address: string): boolean => {
  const parsed = URL.canParse(address) ? new URL(address).href : undefined;
  return parsed === address || parsed === `${address}/`;
};

/** A `serviceUrl` as it came, in which every reader sees the same host and path. */
export const serviceUrlSchema = z.string().max(2_048).regex(plainAddress).refine(isAsParsed);
