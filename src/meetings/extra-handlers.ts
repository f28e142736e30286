import type { Handlers } from '../chat/router';
import { wallTimeOf } from '../municipality/wall-time';
import { meetingTexts } from '../text/meetings';
import type { MeetingPorts } from './access';
import { answer, authorise, groupShape } from './answering';
import { carryOverWaiting } from './carry-over';
import { type ChangeTyped, changeFaults, extraCard } from './change-card';
import { meetingCard } from './meeting-card';
import { spanOn } from './model/clashes';
import { takesText } from './model/group-facts';
import { isExtra, type Meeting, meetingId, newMeeting } from './model/meeting';
import { indexOf } from './model/reminders';
import { timeWarnings } from './other-groups';
import { placeContext } from './place';
import { timeAndPlace } from './typed-fields';
import { planRows } from './update-meeting';
import { warnedCard, warnedState } from './warned-card';

const extraShape = groupShape.extend(timeAndPlace);
const maxExtras = 20;

/** One more meeting beside the plan: `2027-01-12-x1`. The same time sent twice is one meeting. */
export const createExtraClicks = (ports: MeetingPorts): Handlers => ({
  commands: {},
  verbs: {
    'meeting.extra': authorise(
      ports,
      { shape: extraShape, permission: 'coordinate' },
      async ({ language, facts, group, data }) => {
        const { time, lengthMinutes, place } = group.body.series;
        const { date } = data;
        const typed: ChangeTyped =
          date === '' ? { date, time, lengthMinutes: String(lengthMinutes), place } : data;
        return answer(language, extraCard({ language, facts }, { typed }));
      },
    ),
    'meeting.add-extra': authorise(ports, { shape: extraShape, permission: 'coordinate' }, async (click) => {
      const { language, facts, group, data, now } = click;
      const { date, time, lengthMinutes } = data;
      const place = takesText(facts) ? data.place : group.body.series.place;
      const typed: ChangeTyped = { date, time, lengthMinutes, place };
      const faults = changeFaults(typed, wallTimeOf(new Date(now)), placeContext(ports, data.noPerson));
      if (Object.keys(faults).length > 0)
        return answer(language, extraCard({ language, facts }, { typed, faults }));
      const series = { ...group.body.series, time, place, lengthMinutes: Number(lengthMinutes) };
      const plain = newMeeting(
        { ...group.body, series },
        { date, heldOn: date, remark: undefined },
        { days: ports.days(facts.kind), now },
      );
      const span = spanOn(date, { time, lengthMinutes: Number(lengthMinutes) });
      const warnings = await timeWarnings(ports, {
        ...{ facts, language, group: group.body, span },
        isItself: (known) => isExtra(known) && isSame(known, plain),
      });
      if (warnings.length > 0 && warnedState(warnings) !== data.warned)
        return answer(
          language,
          warnedCard(
            { language, facts },
            { typed, span, warnings, data: { groupId: facts.id }, isExtra: true },
          ),
        );
      const notice = meetingTexts[language].change.extraSaved;
      for (let number = 1; number <= maxExtras; number += 1) {
        // Nobody has heard of it: it is told at once.
        const meeting = { ...plain, occurrence: `${date}-x${number}`, told: {}, isByHand: true };
        const id = meetingId(facts.id, meeting.occurrence);
        const index = indexOf(meeting, { retention: ports.retention, now });
        const isNew = await ports.meetings.insert(id, meeting, index);
        const doc = (isNew ? undefined : await ports.meetings.find(id)) ?? { id, version: 1, body: meeting };
        if (!isSame(doc.body, meeting)) continue;
        const { body: known } = await planRows(ports, group.body, { doc, now });
        await carryOverWaiting(ports, group.body, now);
        return answer(language, meetingCard({ language, facts, meeting: known, now, notice }));
      }
      return answer(language, extraCard({ language, facts }, { typed, faults: { date: 'unknown' } }));
    }),
  },
});

/** The same click once more, and not another meeting on that day, nor one that has been called off. */
const isSame = (known: Meeting, meeting: Meeting): boolean =>
  known.status.kind === 'planned' &&
  known.startsAt === meeting.startsAt &&
  known.lengthMinutes === meeting.lengthMinutes &&
  known.place === meeting.place;
