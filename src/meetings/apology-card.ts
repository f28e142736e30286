import type { Card } from '../cards/card';
import { choiceInput, words } from '../cards/elements';
import { meetingTexts } from '../text/meetings';
import type { MeetingView } from './meeting-card';
import { functionName } from './model/group-facts';
import { button, formCard, meetingData, secondaryButton, whenInWords } from './view';

export type ApologyTyped = { readonly functionId: string; readonly substituteId: string };
export type ApologyFault = 'missing' | 'unknown' | 'same-function';
export type ApologyFaults = Readonly<Partial<Record<keyof ApologyTyped, ApologyFault>>>;

type Form = {
  readonly typed?: ApologyTyped;
  readonly faults?: ApologyFaults;
  readonly isCoordinator: boolean;
};

/** The value of "nobody"; a choice can't have an empty one on every client. */
export const nobody = 'nobody';

/** Asks which function won't come, and which comes in its place. */
export const apologyCard = (
  view: MeetingView,
  { typed = { functionId: '', substituteId: nobody }, faults = {}, isCoordinator }: Form,
): Card => {
  const { facts, meeting, language } = view;
  const { apology: text, faults: sentences, buttons } = meetingTexts[language];
  const functions = facts.functions.map(({ id, name }) => ({ title: name[language], value: id }));
  const faultOf = (field: keyof ApologyTyped) => {
    const fault = faults[field];
    return fault && sentences[fault];
  };
  return formCard(view, {
    above: facts.name[language],
    heading: text.heading,
    lead: whenInWords(meeting, language),
    rows: [
      ...choiceInput(
        {
          id: 'functionId',
          label: text.functionId,
          value: typed.functionId,
          errorMessage: sentences.unknown,
          fault: faultOf('functionId'),
        },
        functions,
      ),
      ...choiceInput(
        {
          id: 'substituteId',
          label: text.substituteId,
          value: typed.substituteId,
          errorMessage: sentences.unknown,
          isRequired: false,
          fault: faultOf('substituteId'),
        },
        [{ title: text.nobody, value: nobody }, ...functions],
      ),
      ...(isCoordinator ? [words(text.onBehalf, { isSmall: true })] : []),
    ],
    actions: [
      button(language, {
        title: buttons.sendApology,
        verb: 'meeting.apologise',
        data: meetingData(meeting),
        style: 'positive',
      }),
      secondaryButton(language, buttons.back, 'meeting.show', meetingData(meeting)),
    ],
  });
};

/** The apologies that the reader may take back, a button each. */
export const withdrawCard = (view: MeetingView, functionIds: readonly string[]): Card => {
  const { facts, meeting, language } = view;
  const { buttons } = meetingTexts[language];
  return formCard(view, {
    above: facts.name[language],
    heading: buttons.withdraw,
    lead: whenInWords(meeting, language),
    rows: functionIds.map((functionId) => ({
      type: 'ActionSet',
      spacing: 'small',
      actions: [
        button(language, {
          title: functionName(facts, functionId, language),
          verb: 'meeting.withdraw-apology',
          data: { ...meetingData(meeting), functionId },
        }),
      ],
    })),
    actions: [secondaryButton(language, buttons.back, 'meeting.show', meetingData(meeting))],
  });
};
