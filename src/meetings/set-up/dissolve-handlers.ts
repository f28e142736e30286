import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Handler, Handlers } from '../../chat/router';
import type { Actor, Answer } from '../../chat/turn';
import type { Language } from '../../municipality/schema';
import type { Doc, Instant } from '../../storage/contract';
import { update } from '../../storage/update';
import { meetingTexts } from '../../text/meetings';
import { absenceOf, type MeetingPorts } from '../access';
import { answer, groupShape, isOfNow, languageOf, refusal } from '../answering';
import { planOf } from '../maintenance/maintain';
import { windUp } from '../maintenance/wind-up';
import { spanOn } from '../model/clashes';
import { isToCome, openItemsOf } from '../model/dissolving';
import { dissolved, type Group, groupIndex } from '../model/group';
import { factsOf, type GroupFacts } from '../model/group-facts';
import { roleRefusal } from '../model/roles';
import { channelClicks } from './channel-click';
import { askDissolveCard, dissolvedCard, type Loss } from './dissolve-card';
import { findGoneGroup } from './gone-channel';

type DissolveClick = {
  readonly raw: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: Instant;
  readonly facts: GroupFacts;
  readonly group: Doc<Group>;
  /** Teams knows its channel no longer; it is asked for in a private chat then. */
  readonly isChannelGone: boolean;
};

const everyMeeting = 10_000;

const lossOf = async (ports: MeetingPorts, { group, actor, now }: DissolveClick): Promise<Loss> => {
  const all = (await ports.meetings.list(group.id, 0, everyMeeting)).map(({ body }) => body);
  const items = all.flatMap((meeting) => openItemsOf(meeting, now));
  const { occurrences } = planOf(ports, group.body);
  const known = new Set(all.map(({ occurrence }) => occurrence));
  // Dates further ahead than meetings have documents.
  const ahead = occurrences.filter(
    ({ date, heldOn }) =>
      heldOn !== undefined && !known.has(date) && spanOn(heldOn, group.body.series).from > now,
  );
  return {
    meetings: all.filter((meeting) => isToCome(meeting, now)).length + ahead.length,
    items: items.length,
    // Who presses the button is told by the answer.
    authors: new Set(items.map(({ author }) => author).filter((author) => author !== actor.personId)).size,
  };
};

const question = async (ports: MeetingPorts, click: DissolveClick, notice?: string): Promise<Answer> => {
  const { language, facts, isChannelGone } = click;
  const view = { language, facts, notice, isChannelGone };
  return answer(language, askDissolveCard(view, await lossOf(ports, click)));
};

const lossShape = z.object({
  loss: z.object({ meetings: z.number(), items: z.number(), authors: z.number() }),
});

const dissolve = async (ports: MeetingPorts, click: DissolveClick): Promise<Answer> => {
  const { raw, language, facts, group, actor, now, isChannelGone } = click;
  const { conversationId } = group.body.channel;
  const seen = lossShape.safeParse(raw).data?.loss;
  // The yes was to what was there to lose then.
  if (!isDeepStrictEqual(seen, await lossOf(ports, click)))
    return question(ports, click, meetingTexts[language].refusals['changed-meanwhile']);
  const updated = await update<Group, 'dissolved' | 'elsewhere'>(ports.groups, group, (latest) => {
    if (latest.dissolved !== undefined) return { kind: 'leave', left: 'dissolved' };
    if (latest.channel.conversationId !== conversationId) return { kind: 'leave', left: 'elsewhere' };
    const body = dissolved(latest, actor.personId, now);
    return { kind: 'save', body, index: groupIndex(body, now) };
  });
  if (updated.kind === 'saved') await windUp(ports, updated.doc.body, now);
  const isDone = updated.kind === 'saved' || (updated.kind === 'left' && updated.left === 'dissolved');
  return isDone
    ? answer(language, dissolvedCard({ language, facts, isChannelGone }))
    : refusal(language, 'no-group-here');
};

/**
 * The end of a group, asked for in its own channel by who coordinates it or by an administrator; once that is gone, by an
 * administrator in private.
 */
export const createDissolveClicks = (ports: MeetingPorts): Handlers => {
  const inChannel = channelClicks(ports, groupShape);
  const dissolves = (run: (click: DissolveClick) => Promise<Answer>): Handler =>
    inChannel(async ({ data: { groupId }, membership, group, ...click }) => {
      const facts = factsOf(ports.municipality, groupId);
      if (facts === undefined) return refusal(click.language, 'unknown-group');
      if (group?.body.groupId !== groupId) return refusal(click.language, await absenceOf(ports, groupId));
      const reason = roleRefusal(membership, 'coordinate');
      if (reason !== undefined && roleRefusal(membership, 'name') !== undefined)
        return refusal(click.language, reason);
      return run({ ...click, facts, group, isChannelGone: false });
    });
  const dissolvesGone =
    (run: (click: DissolveClick) => Promise<Answer>): Handler =>
    async (raw, actor, at) => {
      if (actor.scope === 'shared') return dissolves(run)(raw, actor, at);
      const language = languageOf(ports, raw);
      const parsed = groupShape.safeParse(raw);
      if (!parsed.success || !isOfNow(raw)) return refusal(language, 'odd-card');
      const { groupId } = parsed.data;
      const facts = factsOf(ports.municipality, groupId);
      if (facts === undefined) return refusal(language, 'unknown-group');
      const group = await findGoneGroup(ports, { actor, groupId });
      if (group === 'not-in-channel') {
        const absence = await absenceOf(ports, groupId);
        return refusal(language, absence === 'dissolved' ? absence : group);
      }
      return run({ raw, actor, language, now: at.getTime(), facts, group, isChannelGone: true });
    };
  return {
    commands: {},
    verbs: {
      'group.ask-dissolve': dissolvesGone((click) => question(ports, click)),
      'group.dissolve': dissolvesGone((click) => dissolve(ports, click)),
    },
  };
};
