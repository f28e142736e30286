import type { Card } from '../../cards/card';
import { box, choiceInput, typedWords, words } from '../../cards/elements';
import type { GroupVerb } from '../../cards/verbs';
import type { Member } from '../../chat/turn';
import { button, formCard, secondaryButton } from '../../meetings/view';
import type { Language, Municipality } from '../../municipality/schema';
import { requestTexts } from '../../text/requests';
import type { CalledUnit, OpenHome, UnitHome } from '../model/unit-home';
import { unitName } from '../view';

export type HomeView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly notice?: string | undefined;
};

const people = (members: readonly Member[]) =>
  members.map(({ personId, name }) => ({ title: name, value: personId }));

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

/** That somebody is named, or no longer. */
export const namedCard = (view: HomeView, name: string, isNamed: boolean): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  return formCard(view, {
    heading: isNamed ? text.namedHeading : text.unnamedHeading,
    alsoSpoken: `${name}${isNamed ? text.named : text.unnamed}`,
    rows: [
      typedWords(name, isNamed ? text.named : text.unnamed),
      ...(isNamed ? [words(text.namedNext)] : []),
    ],
    actions: [
      secondaryButton(language, buttons.again, 'unit.set-up'),
      secondaryButton(language, buttons.nameMore, 'unit.choose-person'),
    ],
  });
};

type Readers = { readonly members: number; readonly guests: number };

/** Who will read along in the channel; the yes is to those. */
export const previewCard = (view: HomeView, { unitId }: UnitHome, readers: Readers): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  return formCard(view, {
    heading: text.previewHeading(unitName({ ...view, unitId })),
    lead: text.previewLead,
    rows: [
      box('warning', [words(text.readers(readers.members, readers.guests), { isBold: true })]),
      words(text.whatTheySee),
      words(text.deputies),
    ],
    actions: [
      button(language, {
        title: buttons.use,
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
  { unitId, state }: OpenHome,
  may: { readonly isNamed: boolean; readonly isAdministrator: boolean },
): Card => {
  const { language } = view;
  const { setUp: text, buttons } = requestTexts[language];
  const to = (title: string, verb: GroupVerb) => button(language, { title, verb, data: { unitId } });
  const { length } = state.deputies;
  return formCard(view, {
    heading: text.openHeading(unitName({ ...view, unitId })),
    lead: text.openLead,
    rows: [words(length === 0 ? text.noDeputies : text.withDeputies(length))],
    actions: [
      ...(may.isNamed ? [to(buttons.deputies, 'unit.deputies')] : []),
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
