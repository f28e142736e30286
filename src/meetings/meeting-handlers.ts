import { z } from 'zod';
import type { Handlers } from '../chat/router';
import type { Answer } from '../chat/turn';
import { instantOf, wallTimeOf } from '../municipality/wall-time';
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
import { type ApologyFaults, apologyCard, nobody, withdrawCard } from './apology-card';
import {
  askEndCard,
  type ChangeField,
  type ChangeTyped,
  changeCard,
  changeFaults,
  changeFields,
  changeTypedOf,
} from './change-card';
import { type MeetingView, meetingCard, moreCard } from './meeting-card';
import type { MeetingDecision } from './model/meeting';
import {
  addApology,
  cancelMeeting,
  type Meeting,
  type MeetingRefusal,
  moveMeeting,
  skipMeeting,
  withdrawApology,
} from './model/meeting';
import { placeContext } from './place';
import { typedText } from './typed-fields';
import { type UpdateResult, updateMeeting } from './update-meeting';

type Click<Data = MeetingData> = Authorised<Data>;

const viewOf = (click: Click<MeetingData>, meeting: Meeting, notice?: string): MeetingView => ({
  language: click.language,
  facts: click.facts,
  meeting,
  now: click.now,
  notice,
});

const apologyShape = meetingShape.extend({ functionId: typedText, substituteId: typedText });
const changeShape = meetingShape.extend({
  date: typedText,
  time: typedText,
  lengthMinutes: typedText,
  place: typedText,
  noPerson: z.literal('true').optional().catch(undefined),
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
const showing =
  (ports: MeetingPorts) =>
  (permission: 'take-part' | 'coordinate', card: (view: MeetingView, click: Click) => Answer) =>
    authorise(ports, { shape: meetingShape, permission }, async (click) => {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
      const notice = movedRemark(click.language, meeting, click.data.revision);
      return card(viewOf(click, meeting, notice), click);
    });

/** Changes the meeting, unless its reader saw another time: then the card is shown once more with the new one. */
const changes = <Data extends MeetingData>(
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

const ending = (ports: MeetingPorts, kind: 'cancel' | 'skip') =>
  authorise(ports, { shape: meetingShape, permission: 'coordinate' }, (click) => {
    const { change } = meetingTexts[click.language];
    const end = kind === 'cancel' ? cancelMeeting : skipMeeting;
    return changes(ports, click, (view) => answer(click.language, askEndCard(view, kind)), {
      decide: (meeting) => end(meeting, click.actor.personId, click.now),
      done: kind === 'cancel' ? change.cancelled : change.skipped,
    });
  });

const saveChange = (ports: MeetingPorts) =>
  authorise(ports, { shape: changeShape, permission: 'coordinate' }, async (click) => {
    const { language, data, now, facts } = click;
    const typed: ChangeTyped = Object.fromEntries(
      changeFields.map((field) => [field, data[field]] as const),
    ) as Record<ChangeField, string>;
    const form = (view: MeetingView, faults = {}) => answer(language, changeCard(view, { typed, faults }));
    const faults = changeFaults(typed, wallTimeOf(new Date(now)), placeContext(ports, data.noPerson));
    if (Object.keys(faults).length > 0) {
      const meeting = await meetingOf(ports, data);
      return meeting === undefined
        ? refusal(language, 'no-such-meeting')
        : form(viewOf(click, meeting, movedRemark(language, meeting, data.revision)), faults);
    }
    const change = {
      startsAt: instantOf({ date: typed.date, time: typed.time }).getTime(),
      lengthMinutes: Number(typed.lengthMinutes),
      place: typed.place,
      plan: click.group.body.plan,
      days: ports.days(facts.kind),
    };
    return changes(ports, click, form, {
      decide: (meeting) => moveMeeting(meeting, change, now),
      done: meetingTexts[language].change.saved,
    });
  });

/** An apology is changed by whoever sent it, or by the coordinator. */
const isOthers = (
  { actor, isCoordinator }: Pick<Click, 'actor' | 'isCoordinator'>,
  { apologies }: Meeting,
  functionId: string,
): boolean =>
  !isCoordinator && apologies.some((each) => each.functionId === functionId && each.by !== actor.personId);

const apologise = (ports: MeetingPorts) =>
  authorise(ports, { shape: apologyShape, permission: 'take-part' }, async (click) => {
    const { language, data, facts, actor, now, isCoordinator } = click;
    const typed = { functionId: data.functionId, substituteId: data.substituteId || nobody };
    const faults = apologyFaults(
      typed,
      facts.functions.map(({ id }) => id),
    );
    const form = (view: MeetingView) => answer(language, apologyCard(view, { typed, faults, isCoordinator }));
    if (Object.keys(faults).length > 0) {
      const meeting = await meetingOf(ports, data);
      return meeting === undefined ? refusal(language, 'no-such-meeting') : form(viewOf(click, meeting));
    }
    const substitute = typed.substituteId === nobody ? {} : { substituteId: typed.substituteId };
    return changes(ports, click, form, {
      decide: (meeting) =>
        isOthers(click, meeting, typed.functionId)
          ? { kind: 'refused', reason: 'not-yours' }
          : addApology(
              meeting,
              { functionId: typed.functionId, ...substitute, by: actor.personId, at: now },
              now,
            ),
      done: meetingTexts[language].apology.saved,
    });
  });

const takeBack = (ports: MeetingPorts) =>
  authorise(
    ports,
    { shape: meetingShape.extend({ functionId: typedText }), permission: 'take-part' },
    (click) => {
      const { data, now, language } = click;
      return changes(ports, click, (view) => answer(language, meetingCard(view)), {
        decide: (meeting) =>
          isOthers(click, meeting, data.functionId)
            ? { kind: 'refused', reason: 'not-yours' }
            : withdrawApology(meeting, data.functionId, now),
        done: meetingTexts[language].apology.withdrawn,
      });
    },
  );

export const createMeetingClicks = (ports: MeetingPorts): Handlers => {
  const shows = showing(ports);
  return {
    commands: {},
    verbs: {
      'meeting.show': shows('take-part', (view) =>
        answer(view.language, meetingCard({ ...view, notice: '' })),
      ),
      'meeting.more': shows('take-part', (view, { isCoordinator }) =>
        answer(view.language, moreCard(view, isCoordinator)),
      ),
      'meeting.apology': shows('take-part', (view, { isCoordinator }) =>
        answer(view.language, apologyCard(view, { isCoordinator })),
      ),
      'meeting.apologise': apologise(ports),
      'meeting.withdraw': shows('take-part', (view, { actor, isCoordinator }) => {
        const mine = view.meeting.apologies.filter(({ by }) => isCoordinator || by === actor.personId);
        const { refusals } = meetingTexts[view.language];
        return answer(
          view.language,
          mine.length === 0
            ? meetingCard({ ...view, notice: refusals['no-apology'] })
            : withdrawCard(
                view,
                mine.map(({ functionId }) => functionId),
              ),
        );
      }),
      'meeting.withdraw-apology': takeBack(ports),
      'meeting.change': shows('coordinate', (view) =>
        answer(view.language, changeCard(view, { typed: changeTypedOf(view.meeting) })),
      ),
      'meeting.save-change': saveChange(ports),
      'meeting.ask-cancel': shows('coordinate', (view) => answer(view.language, askEndCard(view, 'cancel'))),
      'meeting.cancel': ending(ports, 'cancel'),
      'meeting.ask-skip': shows('coordinate', (view) => answer(view.language, askEndCard(view, 'skip'))),
      'meeting.skip': ending(ports, 'skip'),
    },
  };
};

const apologyFaults = (
  { functionId, substituteId }: { readonly functionId: string; readonly substituteId: string },
  known: readonly string[],
): ApologyFaults => {
  if (functionId === '') return { functionId: 'missing' };
  if (!known.includes(functionId)) return { functionId: 'unknown' };
  if (substituteId === functionId) return { substituteId: 'same-function' };
  return substituteId === nobody || known.includes(substituteId) ? {} : { substituteId: 'unknown' };
};
