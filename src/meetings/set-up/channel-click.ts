import type { z } from 'zod';
import type { Handler } from '../../chat/router';
import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Doc, Instant } from '../../storage/contract';
import { type MeetingPorts, membershipIn } from '../access';
import { isOfNow, languageOf, refusal } from '../answering';
import type { Group } from '../model/group';
import type { Membership } from '../model/roles';

/** A click in a channel whose roster is known, with the group that lives there. */
export type ChannelClick<Data> = {
  readonly raw: unknown;
  readonly data: Data;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: Instant;
  readonly membership: Extract<Membership, { kind: 'known' }>;
  readonly group: Doc<Group> | undefined;
};

/** Refuses a click of another shape, outside a channel, or where Teams doesn't say who is there; `run` asks the role. */
export const channelClicks =
  <Data>(ports: MeetingPorts, shape: z.ZodType<Data>) =>
  (run: (click: ChannelClick<Data>) => Promise<Answer>): Handler =>
  async (raw, actor, at) => {
    const language = languageOf(ports, raw);
    const parsed = shape.safeParse(raw);
    if (!parsed.success || !isOfNow(raw)) return refusal(language, 'odd-card');
    if (actor.scope === 'personal') return refusal(language, 'not-in-channel');
    const { membership, group } = await membershipIn(ports, actor);
    if (membership.kind === 'unknown-roster') return refusal(language, 'unknown-roster');
    return run({ raw, data: parsed.data, actor, language, now: at.getTime(), membership, group });
  };
