import type { Button } from '../../cards/action';
import type { Card } from '../../cards/card';
import { box, choiceInput, type Element, textInput, words } from '../../cards/elements';
import type { Verb } from '../../cards/verbs';
import type { Member } from '../../chat/turn';
import { meetingTexts } from '../../text/meetings';
import { button, type CardView, formCard, secondaryButton } from '../view';

/** A longer list makes a card that Teams doesn't show; then a name is searched for. */
export const mostPeople = 100;
const longestSearch = 60;

type People = {
  readonly kind: 'name' | 'deputy';
  readonly people: readonly Pick<Member, 'personId' | 'name'>[];
  /** What was typed of a name, where there are many people; '' before that. */
  readonly search?: string;
  /** Other ways on. */
  readonly extra?: readonly Button[];
};

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da').trim();

/** The people whose name has every part of what was typed. */
const found = ({ people, search = '' }: People): People['people'] => {
  const parts = plain(search).split(/\s+/);
  return people.filter(({ name }) => parts.every((part) => plain(name).includes(part)));
};

const searchRows = ({ language }: CardView, { search = '' }: People, matches: number): readonly Element[] => {
  const { people: text, faults } = meetingTexts[language];
  const isTooMany = search !== '' && matches > mostPeople;
  return [
    ...textInput(
      {
        id: 'search',
        label: text.search,
        value: search,
        errorMessage: faults.missing,
        fault: search !== '' && matches === 0 ? text.nobodyFound : undefined,
      },
      { maxLength: longestSearch },
    ),
    ...(isTooMany ? [box('warning', [words(text.tooManyFound(matches))])] : []),
  ];
};

/** Chooses one of the channel's people: to be named, or to be the deputy. Of many the name is asked for first. */
export const personCard = (view: CardView, chosen: People): Card => {
  const { kind, people, search = '', extra = [] } = chosen;
  const { language } = view;
  const { people: text, buttons, faults } = meetingTexts[language];
  const isNaming = kind === 'name';
  const isLong = people.length > mostPeople;
  const matches = isLong && search === '' ? [] : found(chosen);
  const canChoose = matches.length > 0 && matches.length <= mostPeople;
  const choices = matches.map(({ personId, name }) => ({ title: name, value: personId }));
  const again: Verb = isNaming ? 'group.choose-person' : 'group.deputy';
  const act = (title: string, verb: Verb, style?: 'positive') =>
    button(language, { title, verb, ...(style && { style }) });
  return formCard(view, {
    heading: isNaming ? text.heading : text.deputyHeading,
    lead: isNaming ? text.lead : text.deputyLead,
    rows: [
      ...(isLong ? searchRows(view, chosen, matches.length) : []),
      ...(canChoose
        ? choiceInput(
            // One who looks for another name hasn't chosen anybody.
            {
              id: 'personId',
              label: text.person,
              value: '',
              errorMessage: faults.missing,
              isRequired: !isLong,
            },
            choices,
          )
        : []),
    ],
    actions: [
      ...(canChoose
        ? [
            act(
              isNaming ? buttons.name : buttons.deputy,
              isNaming ? 'group.name' : 'group.save-deputy',
              'positive',
            ),
            ...(isNaming ? [act(buttons.unname, 'group.unname')] : []),
          ]
        : []),
      ...(isLong ? [act(buttons.search, again)] : []),
      ...extra,
      secondaryButton(language, buttons.back, 'group.set-up'),
    ],
  });
};
