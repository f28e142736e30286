import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import { buttonRow, type Element, heading, words } from '../cards/elements';
import type { Verb } from '../cards/verbs';
import { groupHelpTexts } from '../text/group-help';
import { meetingTexts } from '../text/meetings';
import { button, type CardView, formCard } from './view';

/** Who asks, and where. */
export type HelpView = CardView & {
  readonly place: 'channel' | 'private';
  /** Whether the channel has a group, or in private whether the reader is in any. */
  readonly hasGroup: boolean;
  readonly isMember: boolean;
  readonly isCoordinator: boolean;
  /** Named by an administrator for this channel. */
  readonly mayBeCoordinator: boolean;
  readonly isAdministrator: boolean;
  readonly isRosterKnown: boolean;
  /** Whether the municipality has somebody who can appoint a coordinator. */
  readonly hasAdministrators: boolean;
};

const memberRows = ({ language, place }: HelpView): readonly Element[] => {
  const text = groupHelpTexts[language];
  const { buttons } = meetingTexts[language];
  const way = (title: string, verb: Verb) => buttonRow([button(language, { title, verb })]);
  return [
    words(text.meetings),
    way(buttons.next, 'meeting.next'),
    words(text.agenda),
    way(buttons.agenda, 'agenda.list'),
    // Where others read along nobody's groups are listed.
    ...(place === 'private' ? [words(text.mine), way(buttons.myGroups, 'group.mine')] : []),
    words(text.words, { isSmall: true }),
  ];
};

const withoutGroup = (view: HelpView): string => {
  const { language, place, hasGroup, isMember, isRosterKnown, mayBeCoordinator, hasAdministrators } = view;
  const text = groupHelpTexts[language];
  if (!isRosterKnown) return text.unknown;
  if (place === 'private') return text.noGroups;
  if (hasGroup && !isMember) return text.outsider;
  const isStuck = !mayBeCoordinator && !hasAdministrators;
  return isStuck ? meetingTexts[language].refusals['no-administrators'] : text.noGroup;
};

/** To the group's plan and people for whoever may change them, and to appoint somebody. */
const wayOn = ({
  language,
  isCoordinator,
  mayBeCoordinator,
  isAdministrator,
}: HelpView): readonly Button[] => {
  if (isCoordinator || mayBeCoordinator)
    return [button(language, { title: groupHelpTexts[language].setUp, verb: 'group.set-up' })];
  return isAdministrator
    ? [button(language, { title: meetingTexts[language].buttons.name, verb: 'group.choose-person' })]
    : [];
};

/** What its reader can do with meetings and agendas here; what isn't theirs to do isn't on it. */
export const groupHelpCard = (view: HelpView): Card => {
  const { language, place, hasGroup, isMember, isCoordinator, mayBeCoordinator, isAdministrator } = view;
  const text = groupHelpTexts[language];
  const isHere = place === 'channel';
  return formCard(view, {
    heading: isHere ? text.headingHere : text.headingMine,
    lead: isHere ? text.concern : '',
    rows: [
      ...(hasGroup && isMember ? memberRows(view) : [words(withoutGroup(view))]),
      ...(isCoordinator
        ? [
            heading(text.coordinatorHeading),
            ...[...text.coordinator, text.figures, ...(mayBeCoordinator ? [text.chooseDeputy] : [])].map(
              (line) => words(`• ${line}`),
            ),
          ]
        : []),
      ...(mayBeCoordinator && !hasGroup ? [heading(text.namedHeading), words(text.named)] : []),
      ...(isAdministrator
        ? [
            heading(text.administratorHeading),
            ...[
              text.administrator,
              text.administratorPrivately,
              text.administratorUnits,
              ...(isCoordinator ? [] : [text.figures]),
            ].map((line) => words(`• ${line}`)),
          ]
        : []),
    ],
    actions: isHere ? wayOn(view) : [],
  });
};
