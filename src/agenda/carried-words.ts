import { dayMs } from '../duration';
import type { MeetingPorts } from '../meetings/access';
import { type MeetingData, meetingOf } from '../meetings/answering';
import { changeWords } from '../meetings/model/handing-in';
import { type UpdateResult, updateMeeting } from '../meetings/update-meeting';
import { itemsIn } from './agenda-view';
import { type AgendaChange, type AgendaClick, decisionOn, keepAgenda, type Refusal } from './answering';

type ItemClick = AgendaClick<MeetingData & { readonly itemId: string }>;
type Words = Parameters<typeof changeWords>[1]['words'];

/**
 * The same for an item whose words go, or become others: on every agenda of the group that has it, for it may have been
 * carried from one to the next. The others come first, so that a crash in between leaves an item to do it again with.
 */
export const keepEverywhere = async (
  ports: MeetingPorts,
  click: ItemClick,
  { words, ...change }: AgendaChange & { readonly words?: Words },
): Promise<UpdateResult<Refusal>> => {
  const meeting = await meetingOf(ports, click.data);
  if (meeting !== undefined && decisionOn(click, change)(meeting).kind === 'changed')
    await changeElsewhere(ports, click, words);
  return keepAgenda(ports, click, change);
};

const longestKeptMs = 400 * dayMs;
const mostMeetings = 600;

const changeElsewhere = async (ports: MeetingPorts, click: ItemClick, words: Words): Promise<void> => {
  const { data, group, facts, actor, now } = click;
  const { occurrence: own, itemId: id } = data;
  const docs = await ports.meetings.list(facts.id, now - longestKeptMs, mostMeetings);
  const others = docs.filter(
    ({ body }) => body.occurrence !== own && itemsIn(body.agenda).some((item) => item.id === id),
  );
  for (const { body } of others)
    await updateMeeting<never>(ports, { group: group.body, occurrence: body.occurrence, now }, (meeting) => ({
      kind: 'changed',
      meeting: { ...meeting, agenda: changeWords(meeting.agenda, { by: actor.personId, id, words }, now) },
    }));
};
