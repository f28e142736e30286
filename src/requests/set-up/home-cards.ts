import type { Card } from '../../cards/card';
import { box, choiceInput, typedWords, words } from '../../cards/elements';
import type { GroupVerb } from '../../cards/verbs';
import type { Member } from '../../chat/turn';
import { button, formCard, secondaryButton } from '../../meetings/view';
import type { Language, Municipality } from '../../municipality/schema';
import { requestTexts } from '../../text/requests';
import type { CalledUnit, OpenHome } from '../model/unit-home';
import { unitName } from '../view';

export type HomeView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly notice?: string | undefined;
};

/** A choice that stands in full is drawn as Markdown: a name must be neither a link nor anything else. */
const people = (members: readonly Member[]) =>
  members.map(({ personId, name }) => ({ title: name.replaceAll(/[*_`~[\]\\]/g, ''), value: personId }));

/** Which unit a channel is for, and who may bring it into use. */
export const nameCard = (
  view: HomeView,
  { units, members }: { readonly units: readonly CalledUnit[]; readonly members: readonly Member[] },
): Card => {
  const { language } = view;
  const { setUp: text, buttons, faults } = requestTexts[language];
  const errorMessage = faults.missing;
  return formCard(view, {
    heading: text.nameHeading,
    lead: text.nameLead,
    rows: [
      ...choiceInput(
        { id: 'unitId', label: text.unit, value: units.length === 1 ? (units[0] ?? '') : '', errorMessage },
        units.map((unitId) => ({ title: unitName({ ...view, unitId }), value: unitId })),
      ),
      ...choiceInput({ id: 'personId', label: text.person, value: '', errorMessage }, people(members)),
    ],
    actions: [
      button(language, { title: buttons.name, verb: 'unit.name', style: 'positive' }),
      button(language, { title: buttons.unname, verb: 'unit.unname' }),
      secondaryButton(language, buttons.again, 'unit.set-up'),
    ],
  });
};

type Named = { readonly name: string; readonly isNamed: boolean; readonly isMove: boolean };

/** That somebody is named, or no longer; a unit that lives elsewhere moves only when they have said yes. */
export const namedCard = (view: HomeView, { name, isNamed, isMove }: Named): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  return formCard(view, {
    heading: isNamed ? text.namedHeading : text.unnamedHeading,
    alsoSpoken: `${name}${isNamed ? text.named : text.unnamed}`,
    rows: [
      typedWords(name, isNamed ? text.named : text.unnamed),
      ...(isNamed ? [words(isMove ? text.namedMove : text.namedNext)] : []),
    ],
    actions: [
      secondaryButton(language, buttons.again, 'unit.set-up'),
      secondaryButton(language, buttons.nameMore, 'unit.choose-person'),
    ],
  });
};

type Readers = { readonly members: number; readonly guests: number };

type Preview = {
  readonly unitId: CalledUnit;
  /** The unit comes from another channel. */
  readonly isNext: boolean;
  readonly readers: Readers;
};

/** Who will read along in the channel; the yes is to those. */
export const previewCard = (view: HomeView, { unitId, isNext, readers }: Preview): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  return formCard(view, {
    heading: text.previewHeading(unitName({ ...view, unitId })),
    lead: text.previewLead,
    rows: [
      box('warning', [words(text.readers(readers.members, readers.guests), { isBold: true })]),
      ...(isNext ? [words(text.moves)] : []),
      words(text.whatTheySee),
      ...(isNext ? [] : [words(text.deputies)]),
    ],
    actions: [
      button(language, {
        title: isNext ? buttons.move : buttons.use,
        verb: 'unit.confirm',
        data: { unitId, readers },
        style: 'positive',
      }),
    ],
  });
};

/** A channel that is in use, with what its reader may do about it. */
export const homeCard = (
  view: HomeView,
  { unitId, state, next }: OpenHome,
  may: { readonly isNamed: boolean; readonly isAdministrator: boolean },
): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  const to = (title: string, verb: GroupVerb) => button(language, { title, verb, data: { unitId } });
  const { length } = state.deputies;
  const takerButton = button(language, {
    title: state.showsTaker ? buttons.hideTaker : buttons.showTaker,
    verb: 'unit.show-taker',
    data: { unitId, shows: !state.showsTaker },
  });
  return formCard(view, {
    heading: text.openHeading(unitName({ ...view, unitId })),
    lead: text.openLead,
    rows: [
      ...(next === undefined ? [] : [box('warning', [words(text.isMoving, { isBold: true })])]),
      words(length === 0 ? text.noDeputies : text.withDeputies(length)),
      words(state.showsTaker ? text.takerShown : text.takerHidden),
    ],
    actions: [
      ...(may.isNamed ? [to(buttons.deputies, 'unit.deputies'), takerButton] : []),
      ...(may.isAdministrator ? [to(buttons.nameMore, 'unit.choose-person')] : []),
      ...(may.isNamed || may.isAdministrator ? [to(buttons.askTakeDown, 'unit.ask-take-down')] : []),
    ],
  });
};

/** Who is told of what nobody takes. */
export const deputiesCard = (
  view: HomeView,
  { unitId, state }: OpenHome,
  members: readonly Member[],
): Card => {
  const { language } = view;
  const { setUp: text, buttons, faults } = requestTexts[language];
  return formCard(view, {
    heading: text.deputiesHeading,
    lead: text.deputiesLead,
    rows: [
      {
        type: 'Input.ChoiceSet',
        id: 'deputies',
        label: text.person,
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        value: state.deputies.join(','),
        errorMessage: faults.missing,
        spacing: 'medium',
        choices: people(members),
      },
    ],
    actions: [
      button(language, {
        title: buttons.saveDeputies,
        verb: 'unit.save-deputies',
        data: { unitId },
        style: 'positive',
      }),
      secondaryButton(language, buttons.back, 'unit.set-up'),
    ],
  });
};

export const askTakeDownCard = (view: HomeView, unitId: CalledUnit): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  return formCard(view, {
    heading: text.takeDownHeading(unitName({ ...view, unitId })),
    lead: text.takeDownLead,
    actions: [
      button(language, {
        title: buttons.takeDown,
        verb: 'unit.take-down',
        data: { unitId },
        style: 'destructive',
      }),
      secondaryButton(language, buttons.back, 'unit.set-up'),
    ],
  });
};

export const takenDownCard = (view: HomeView, unitId: CalledUnit): Card => {
  const { setUp: text } = requestTexts[view.language];
  return formCard(view, {
    heading: text.takenDown(unitName({ ...view, unitId })),
    lead: text.takenDownLead,
  });
};
