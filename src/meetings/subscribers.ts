import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import type { Instant } from '../storage/contract';
import type { MeetingPorts } from './access';
import { authorise, groupShape, refusal } from './answering';
import { meetingsToCome } from './coming-meetings';
import { type Group, indexNow } from './model/group';
import { kindOf } from './model/group-facts';
import { rowsOf } from './model/reminders';
import { isPrivate } from './model/row-kinds';

const mostSubscribers = 100;

/** Rows for the members who asked for reminders; those whose time is over are left out. */
export const planPrivately = async (ports: MeetingPorts, group: Group, now: Instant): Promise<void> => {
  if (group.remindees.length === 0) return;
  const { municipality, days, outbox, retention } = ports;
  const known = days(kindOf(municipality, group.groupId));
  for (const { body } of await meetingsToCome(ports, group.groupId, now)) {
    const rows = rowsOf(body, group, { days: known, retention });
    await outbox.plan(rows.filter((row) => isPrivate(row.kind) && row.dueAt > now));
  }
};

/** Asks for reminders in the private chat, or for no more of them; then `show` answers. */
export const createSubscriptionClicks = (ports: MeetingPorts, show: Handler): Handlers => {
  const changing = (isWanted: boolean): Handler =>
    authorise(ports, { shape: z.object(groupShape.shape), permission: 'take-part' }, async (click, raw) => {
      const { group, actor, language, now } = click;
      const others = group.body.remindees.filter((each) => each !== actor.personId);
      const remindees = (isWanted ? [actor.personId, ...others] : others).slice(0, mostSubscribers);
      const body = { ...group.body, remindees };
      // After a crash the rows come with the group's next maintenance, which is at once.
      if (!(await ports.groups.replace(group, body, indexNow(body))))
        return refusal(language, 'changed-meanwhile');
      await planPrivately(ports, body, now);
      return show(raw, actor, new Date(now));
    });
  return { verbs: { 'group.remind': changing(true), 'group.remind-not': changing(false) }, commands: {} };
};
