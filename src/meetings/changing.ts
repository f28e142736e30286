import type { Answer } from '../chat/turn';
import { meetingTexts } from '../text/meetings';
import type { MeetingPorts } from './access';
import {
  type Authorised,
  answer,
  authorise,
  type MeetingData,
  meetingOf,
  meetingShape,
  movedRemark,
  refusal,
} from './answering';
import { type MeetingView, meetingCard } from './meeting-card';
import type { Meeting, MeetingDecision, MeetingRefusal } from './model/meeting';
import { type UpdateResult, updateMeeting } from './update-meeting';

export type Click<Data = MeetingData> = Authorised<Data>;

export const viewOf = (click: Click<MeetingData>, meeting: Meeting, notice?: string): MeetingView => ({
  language: click.language,
  facts: click.facts,
  meeting,
  now: click.now,
  notice,
});

/** The answer to a change: the meeting's card with what was done, or why it wasn't, as the meeting is now. */
const outcome = (click: Click<MeetingData>, kept: UpdateResult<MeetingRefusal>, done: string): Answer => {
  const { refusals } = meetingTexts[click.language];
  if (kept.kind === 'refused') {
    return kept.meeting === undefined || kept.reason === 'no-such-meeting'
      ? refusal(click.language, 'no-such-meeting')
      : answer(click.language, meetingCard(viewOf(click, kept.meeting, refusals[kept.reason])));
  }
  return answer(click.language, meetingCard(viewOf(click, kept.meeting, done)));
};

/** Shows a card about the meeting as it is now. */
export const showing =
  (ports: MeetingPorts) =>
  (permission: 'take-part' | 'coordinate', card: (view: MeetingView, click: Click, raw: unknown) => Answer) =>
    authorise(ports, { shape: meetingShape, permission }, async (click, raw) => {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
      const notice = movedRemark(click.language, meeting, click.data.revision);
      return card(viewOf(click, meeting, notice), click, raw);
    });

/** Changes the meeting, unless its reader saw another time: then the card is shown once more with the new one. */
export const changes = <Data extends MeetingData>(
  ports: MeetingPorts,
  click: Click<Data>,
  again: (view: MeetingView) => Answer,
  { decide, done }: { decide: (meeting: Meeting) => MeetingDecision<MeetingRefusal>; done: string },
): Promise<Answer> => {
  const { data, group, language, now } = click;
  let seen: Meeting | undefined;
  return updateMeeting<MeetingRefusal | 'stale'>(
    ports,
    { group: group.body, occurrence: data.occurrence, now },
    (meeting) => {
      seen = meeting;
      return meeting.revision === data.revision ? decide(meeting) : { kind: 'refused', reason: 'stale' };
    },
  ).then((kept) => {
    if (kept.kind === 'updated' || kept.reason !== 'stale' || seen === undefined)
      return outcome(click, kept as UpdateResult<MeetingRefusal>, done);
    return again(viewOf(click, seen, movedRemark(language, seen, data.revision)));
  });
};
