import type { z } from 'zod';
import type { Card } from '../cards/card';
import type { Handlers } from '../chat/router';
import { instantOf, wallTimeOf } from '../municipality/wall-time';
import { meetingTexts } from '../text/meetings';
import type { MeetingPorts } from './access';
import { answer, authorise, meetingOf, meetingShape, movedRemark, refusal } from './answering';
import { askEndCard, type ChangeTyped, changeCard, changeFaults, changeTypedOf } from './change-card';
import { type Click, changes, showing, viewOf } from './changing';
import type { MeetingView } from './meeting-card';
import { spanOn } from './model/clashes';
import { takesText } from './model/group-facts';
import { cancelMeeting, endOf, type Meeting, moveMeeting, skipMeeting } from './model/meeting';
import { timeWarnings } from './other-groups';
import { placeContext } from './place';
import { timeAndPlace } from './typed-fields';
import { meetingData } from './view';
import { warnedCard, warnedState } from './warned-card';

const changeShape = meetingShape.extend(timeAndPlace);

const ending = (ports: MeetingPorts, kind: 'cancel' | 'skip') =>
  authorise(ports, { shape: meetingShape, permission: 'coordinate' }, (click) => {
    const { change } = meetingTexts[click.language];
    const end = kind === 'cancel' ? cancelMeeting : skipMeeting;
    return changes(ports, click, (view) => answer(click.language, askEndCard(view, kind)), {
      decide: (meeting) => end(meeting, click.actor.personId, click.now),
      done: kind === 'cancel' ? change.cancelled : change.skipped,
    });
  });

/** What a form held that its reader comes back to; `undefined` for one that is opened. */
const typedBefore = (raw: unknown): ChangeTyped | undefined => {
  const { date = '', time = '', lengthMinutes = '', place = '' } = changeShape.partial().parse(raw);
  return date === '' ? undefined : { date, time, lengthMinutes, place };
};

const saveChange = (ports: MeetingPorts) =>
  authorise(ports, { shape: changeShape, permission: 'coordinate' }, async (click) => {
    const { language, data, now, facts, group } = click;
    const { date, time, lengthMinutes } = data;
    const place = takesText(facts) ? data.place : group.body.series.place;
    const typed: ChangeTyped = { date, time, lengthMinutes, place };
    const form = (view: MeetingView, faults = {}) => answer(language, changeCard(view, { typed, faults }));
    const faults = changeFaults(typed, wallTimeOf(new Date(now)), placeContext(ports, data.noPerson));
    const meeting = await meetingOf(ports, data);
    if (meeting === undefined) return refusal(language, 'no-such-meeting');
    const remark = movedRemark(language, meeting, data.revision);
    if (Object.keys(faults).length > 0 || remark !== undefined)
      return form(viewOf(click, meeting, remark), faults);
    const warnings = await newWarnings(ports, click, { typed, meeting });
    if (warnings !== undefined) return answer(language, warnings);
    const change = {
      startsAt: instantOf({ date: typed.date, time: typed.time }).getTime(),
      lengthMinutes: Number(typed.lengthMinutes),
      place: typed.place,
      plan: click.group.body.plan,
      days: ports.days(facts.kind),
    };
    return changes(ports, click, form, {
      decide: (latest) =>
        moveMeeting(latest, takesText(facts) ? change : { ...change, place: latest.place }, now),
      done: meetingTexts[language].change.saved,
    });
  });

/** Asks whether the meeting is to have a time at which nobody would expect it; `undefined` once that has been asked. */
const newWarnings = async (
  ports: MeetingPorts,
  { language, data, facts, group }: Click<z.infer<typeof changeShape>>,
  { typed, meeting }: { readonly typed: ChangeTyped; readonly meeting: Meeting },
): Promise<Card | undefined> => {
  const span = spanOn(typed.date, { time: typed.time, lengthMinutes: Number(typed.lengthMinutes) });
  if (span.from === meeting.startsAt && span.to <= endOf(meeting)) return undefined;
  const isItself = ({ occurrence }: Meeting) => occurrence === meeting.occurrence;
  const warnings = await timeWarnings(ports, { facts, language, group: group.body, span, isItself });
  const isNew = warnings.length > 0 && warnedState(warnings) !== data.warned;
  const card = { typed, span, warnings, data: meetingData(meeting), isExtra: false };
  return isNew ? warnedCard({ language, facts }, card) : undefined;
};

/** Another time, length or place for a meeting, and its end before it began. */
export const createChangeClicks = (ports: MeetingPorts): Handlers => {
  const shows = showing(ports);
  return {
    commands: {},
    verbs: {
      'meeting.change': shows('coordinate', (view, _, raw) =>
        answer(view.language, changeCard(view, { typed: typedBefore(raw) ?? changeTypedOf(view.meeting) })),
      ),
      'meeting.save-change': saveChange(ports),
      'meeting.ask-cancel': shows('coordinate', (view) => answer(view.language, askEndCard(view, 'cancel'))),
      'meeting.cancel': ending(ports, 'cancel'),
      'meeting.ask-skip': shows('coordinate', (view) => answer(view.language, askEndCard(view, 'skip'))),
      'meeting.skip': ending(ports, 'skip'),
    },
  };
};
