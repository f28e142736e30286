import { z } from 'zod';
import { createRecent } from './recent';

/** Nothing that a parser drops, decodes or reads as something else: no control character, backslash or percent sign,
 * no credentials, query or fragment. */
const plainAddress = /^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?(?:\/[\w.-]+)*\/?$/;

const maxLength = 2_048;

/** What has passed lately: nearly every activity comes from the same address. */
const passed = createRecent<true>(100);

/** A parser also shortens `/../`, counts `127.1` as an address and leaves out a scheme's own port. */
const isAsParsed = (address: string): boolean => {
  const parsed = URL.canParse(address) ? new URL(address).href : undefined;
  return parsed === address || parsed === `${address}/`;
};

const isPlain = (address: string): boolean => {
  if (passed.get(address)) return true;
  if (address.length > maxLength || !plainAddress.test(address) || !isAsParsed(address)) return false;
  passed.set(address, true);
  return true;
};

/** The scheme, the host with its port, and without it, of an address that the schema has let through. */
export const originOf = (address: string) => {
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/]+)/.exec(address) ?? [];
  return { scheme, host, hostname: host.replace(/:\d+$/, '') };
};

/** A `serviceUrl` as it came, in which every reader sees the same host and path. */
export const serviceUrlSchema = z.string().refine(isPlain);
