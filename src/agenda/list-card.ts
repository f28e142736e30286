import type { Card } from '../cards/card';
import { buttonRow, type Element, heading, words } from '../cards/elements';
import { groupPageButtons } from '../meetings/group-pages';
import { atTime } from '../meetings/model/agenda';
import type { GroupFacts } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import type { Mine } from '../meetings/my-groups';
import { button, type CardView, formCard, meetingData, secondaryButton, whenInWords } from '../meetings/view';
import type { Instant } from '../storage/contract';
import { agendaTexts } from '../text/agenda';
import { meetingTexts } from '../text/meetings';

export type ListedGroup = {
  readonly facts: GroupFacts;
  readonly next: Meeting | undefined;
  /** The latest meeting that has begun. */
  readonly before: Meeting | undefined;
};
type ListView = CardView & { readonly now: Instant };

const meetingRows = (
  { language, now, facts }: ListView & Pick<ListedGroup, 'facts'>,
  meeting: Meeting | undefined,
  label: string,
): readonly Element[] => {
  if (meeting === undefined) return [];
  const { buttons, states } = agendaTexts[language];
  const { kind } = meeting.status;
  const state = states[kind === 'planned' ? atTime(meeting.agenda, now).state : kind];
  const when = whenInWords(meeting, language);
  const tooltip = `${facts.name[language]}, ${when}`;
  const data = meetingData(meeting);
  const show = button(language, { title: buttons.showAgenda, verb: 'agenda.show', data, tooltip });
  return [words(`${label}**${when}**: ${state}`), buttonRow([show])];
};

/** A page of the reader's groups with the agenda of the next meeting and of the last one. */
export const listCard = (
  view: ListView & Pick<Mine, 'page' | 'pages'>,
  groups: readonly ListedGroup[],
): Card => {
  const { language } = view;
  const { list: text } = agendaTexts[language];
  const withAgenda = groups.filter(({ next, before }) => (next ?? before) !== undefined);
  return formCard(view, {
    heading: text.heading,
    lead: withAgenda.length === 0 ? text.none : '',
    rows: [
      ...withAgenda.flatMap(({ facts, next, before }) => [
        heading(facts.name[language]),
        ...meetingRows({ ...view, facts }, next, ''),
        ...meetingRows({ ...view, facts }, before, `${text.before}: `),
      ]),
    ],
    actions: [
      ...groupPageButtons(view, 'agenda.list'),
      secondaryButton(language, meetingTexts[language].buttons.myGroups, 'group.mine'),
    ],
  });
};

/** The way to one agenda, for a message that everybody reads and nobody keeps up to date. */
export const nextCard = ({
  language,
  facts,
  meeting,
}: ListView & Pick<ListedGroup, 'facts'> & { readonly meeting: Meeting }): Card => {
  const { agenda, list, buttons } = agendaTexts[language];
  const data = meetingData(meeting);
  return formCard(
    { language },
    {
      above: agenda.above(facts.name[language]),
      heading: whenInWords(meeting, language),
      lead: list.alone,
      actions: [
        button(language, { title: buttons.showAgenda, verb: 'agenda.show', data }),
        button(language, { title: buttons.handIn, verb: 'agenda.item-form', data }),
      ],
    },
  );
};
