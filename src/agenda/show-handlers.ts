import type { Handler, Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { type Access, accessTo, groupIn } from '../meetings/access';
import { authorise, isOfNow, languageOf, meetingOf, refusal } from '../meetings/answering';
import { latestMeeting, nextToBeHeld } from '../meetings/coming-meetings';
import { pageIn } from '../meetings/group-pages';
import { groupsOf } from '../meetings/my-groups';
import { type AgendaPorts, answer, pageShape, showing, shown, wordless } from './answering';
import { type ListedGroup, listCard, nextCard } from './list-card';
import { myItemsCard } from './my-items-card';

/** The meetings of a group that have an agenda worth a look: the next one, and the latest that has begun. */
const listed = async (ports: AgendaPorts, { facts }: Access, now: number): Promise<ListedGroup> => {
  const next = await nextToBeHeld(ports, { groupId: facts.id, now });
  const before = await latestMeeting(ports, facts.id, now);
  return { facts, next, before: before?.occurrence === next?.occurrence ? undefined : before };
};

/**
 * In a channel the way to its group's next agenda, which each reader is shown alone: nobody would take words back from a
 * message that answers somebody. In private the agendas of all the reader's groups.
 */
const list =
  (ports: AgendaPorts): Handler =>
  async (raw, actor, now): Promise<Answer> => {
    const language = languageOf(ports, raw);
    if (!isOfNow(raw)) return refusal(language, 'odd-card');
    const at = now.getTime();
    if (actor.scope === 'personal') {
      const { accesses, page, pages } = await groupsOf(ports, actor, pageIn(raw));
      const groups = await Promise.all(accesses.map((access) => listed(ports, access, at)));
      return wordless(language, listCard({ language, now: at, page, pages }, groups));
    }
    const { group } = await groupIn(ports, actor.conversationId);
    if (group === undefined) return refusal(language, 'no-group-here');
    const access = await accessTo(ports, { actor, groupId: group.body.groupId, permission: 'take-part' });
    if (access.kind === 'refused') return refusal(language, access.reason);
    const { next } = await listed(ports, access, at);
    const view = { language, now: at };
    const { facts } = access;
    if (next !== undefined) return wordless(language, nextCard({ ...view, facts, meeting: next }));
    return wordless(language, listCard({ ...view, page: 0, pages: 1 }, []));
  };

/** Everything that only shows: the agendas, one of them, and the reader's own items. */
export const createShowClicks = (ports: AgendaPorts): Handlers => {
  return {
    commands: {
      dagsorden: 'agenda.list',
      dagsordener: 'agenda.list',
      dagsordenen: 'agenda.list',
      punkt: 'agenda.list',
      punkter: 'agenda.list',
      agenda: 'agenda.list',
      agendas: 'agenda.list',
      item: 'agenda.list',
      items: 'agenda.list',
    },
    verbs: {
      'agenda.list': list(ports),
      'agenda.show': authorise(ports, { shape: pageShape, permission: 'take-part' }, async (click) => {
        const meeting = await meetingOf(ports, click.data);
        if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
        return shown(click, meeting, '', click.data.page);
      }),
      'agenda.mine': showing(ports, { shape: pageShape, permission: 'take-part' }, (view, { actor, data }) =>
        answer(view.language, myItemsCard(view, { personId: actor.personId, page: data.page })),
      ),
    },
  };
};
