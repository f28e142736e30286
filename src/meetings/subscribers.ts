import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { PersonId } from '../chat/turn';
import type { Instant } from '../storage/contract';
import { update } from '../storage/update';
import type { MeetingPorts } from './access';
import { authorise, groupShape, refusal } from './answering';
import { meetingsToCome } from './coming-meetings';
import { type Group, indexNow } from './model/group';
import { kindOf } from './model/group-facts';
import { rowsOf } from './model/reminders';
import { isPrivate } from './model/row-kinds';

const mostSubscribers = 1_000;
/** So many rows at once that planning them holds nobody up. */
const rowsAtOnce = 500;

/** Rows for whoever asked for reminders, or for one of them alone; those whose time is over are left out. */
export const planPrivately = async (
  ports: MeetingPorts,
  { group, now, only }: { readonly group: Group; readonly now: Instant; readonly only?: PersonId },
): Promise<void> => {
  const remindees = only === undefined ? group.remindees : [only];
  if (remindees.length === 0) return;
  const { municipality, days, outbox, retention } = ports;
  const known = days(kindOf(municipality, group.groupId));
  for (const { body } of await meetingsToCome(ports, group.groupId, now)) {
    const rows = rowsOf(body, { ...group, remindees }, { days: known, retention });
    const wanted = rows.filter((row) => isPrivate(row.kind) && row.dueAt > now);
    for (let from = 0; from < wanted.length; from += rowsAtOnce)
      await outbox.plan(wanted.slice(from, from + rowsAtOnce));
  }
};

/** Asks for reminders in the private chat, or for no more of them; then `show` answers. */
export const createSubscriptionClicks = (ports: MeetingPorts, show: Handler): Handlers => {
  const changing = (isWanted: boolean): Handler =>
    authorise(ports, { shape: z.object(groupShape.shape), permission: 'take-part' }, async (click, raw) => {
      const { actor, language, now } = click;
      const { personId } = actor;
      const updated = await update<Group, 'same' | 'enough-reminded'>(ports.groups, click.group, (group) => {
        const isThere = group.remindees.includes(personId);
        if (isThere === isWanted) return { kind: 'leave', left: 'same' };
        const others = group.remindees.filter((each) => each !== personId);
        if (others.length >= mostSubscribers) return { kind: 'leave', left: 'enough-reminded' };
        // After a crash the rows come with the group's next maintenance, which is at once.
        const body = { ...group, remindees: isWanted ? [personId, ...others] : others };
        return { kind: 'save', body, index: indexNow(body) };
      });
      if (updated.kind === 'left' && updated.left !== 'same') return refusal(language, updated.left);
      if (updated.kind === 'missing' || updated.kind === 'busy')
        return refusal(language, 'changed-meanwhile');
      if (isWanted) await planPrivately(ports, { group: updated.doc.body, now, only: personId });
      return show(raw, actor, new Date(now));
    });
  return { verbs: { 'group.remind': changing(true), 'group.remind-not': changing(false) }, commands: {} };
};
