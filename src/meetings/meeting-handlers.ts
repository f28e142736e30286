import type { Handlers } from '../chat/router';
import { meetingTexts } from '../text/meetings';
import type { MeetingPorts } from './access';
import { answer, authorise, meetingOf, meetingShape, refusal } from './answering';
import { type ApologyFaults, apologyCard, nobody, withdrawCard } from './apology-card';
import { type Click, changes, showing, viewOf } from './changing';
import { type MeetingView, meetingCard, moreCard } from './meeting-card';
import { addApology, type Meeting, withdrawApology } from './model/meeting';
import { typedText } from './typed-fields';

const apologyShape = meetingShape.extend({ functionId: typedText, substituteId: typedText });

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
