import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { PersonId } from '../chat/turn';
import type { FiguresPorts, Reader } from '../figures/access';
import type { Month } from '../figures/model/month';
import type { Figures } from '../figures/tables';
import { accessTo, type MeetingPorts } from '../meetings/access';
import type { Permission } from '../meetings/model/roles';
import type { Language } from '../municipality/schema';
import type { Documents, Instant } from '../storage/contract';

/** Whose an address is: it does nothing for anybody who has lost the role in the group. */
export type Holder = {
  readonly groupId: string;
  readonly personId: PersonId;
  readonly tenantId: string;
  readonly language: Language;
};

/** A member's calendar of a group. Its document's id is made of the token, which stands nowhere. */
export type Feed = Holder & {
  readonly issuedAt: Instant;
  /** Half of what the token is made of; the other half is on the card on which it was asked for. */
  readonly salt?: string;
};

export type FileKind = 'agenda' | 'meeting';

/** What the page of a link says: that a file can be fetched, or the figures themselves. */
export type Offer =
  | { readonly kind: 'file'; readonly file: FileKind }
  | { readonly kind: 'figures'; readonly figures: Figures };

/** What is fetched: a file's name, its media type and its content. */
export type MeetingFile = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** A file of one meeting that can be fetched until `expiresAt`; the id is made like a feed's. */
export type FileLink = Holder & {
  readonly kind: FileKind;
  readonly occurrence: string;
  readonly expiresAt: Instant;
};

/** The figures up to a month, as long as their reader may see them, until `expiresAt`. */
export type FiguresLink = Reader & {
  readonly kind: 'figures';
  readonly month: Month;
  readonly language: Language;
  readonly expiresAt: Instant;
};

export type StoredLink = FileLink | FiguresLink;

export type LinkPorts = FiguresPorts & {
  readonly feeds: Documents<Feed>;
  readonly links: Documents<StoredLink>;
  /** The database's clock. */
  readonly clock: () => Promise<Instant>;
  /** The bot's address on the net; `undefined` when it has none, and then nothing is given. */
  readonly publicUrl: string | undefined;
};

/** 256 bits that nobody can guess, in 43 characters of an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The token of a request: the same as often as Teams delivers it, and nobody's to make who has only one half. */
export const tokenFor = (request: string, salt: string): string =>
  createHmac('sha256', salt).update(request).digest('base64url');

/** The document's id: whoever reads the database finds no address in it. */
export const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const addressAt = (publicUrl: string, path: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/${path}`;

/** What the holder may do in the group by its channel's roster at this moment. */
export const accessOf = (
  ports: MeetingPorts,
  { groupId, personId, tenantId }: Holder,
  permission: Permission,
) =>
  accessTo(ports, {
    actor: { personId, tenantId, scope: 'personal', conversationId: '', serviceUrl: '' },
    groupId,
    permission,
  });

/** What came of an address: `void` for every reason alike, `later` while Teams doesn't say who is a member. */
export type Fetched<Given> =
  | ({ readonly kind: 'given' } & Given)
  | { readonly kind: 'void' }
  | { readonly kind: 'later' };
