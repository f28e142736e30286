import { type Choice, type Question, type UnitId, unitIds } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { texts } from '../text/text';

export type ChoiceText = { readonly title: string; readonly meaning: string };
type View = { readonly municipality: Municipality; readonly language: Language };

const isUnit = (choice: string): choice is UnitId => unitIds.some((id) => id === choice);

/** What a unit is called where there is little room. */
export const shortNameOf = (unit: UnitId, { municipality, language }: View): string => {
  const named = municipality.units[unit];
  return (named?.shortName ?? named?.name)?.[language] ?? '';
};

/** A workplace with the examples by which its people find themselves. */
const workplaceText = (choice: Choice<'workplace'>, view: View): ChoiceText => {
  const { workplace } = texts[view.language].choices;
  const title = isUnit(choice) ? shortNameOf(choice, view) : workplace[choice];
  return { title, meaning: view.municipality.workplaces[choice][view.language] };
};

/** A choice's short title, which can stand alone, and the plain line of what it means ('' where it is plain). */
export const choiceText = (question: Question, choice: Choice, view: View): ChoiceText => {
  if (question === 'workplace') return workplaceText(choice as Choice<'workplace'>, view);
  const choices: Readonly<Record<string, { readonly title: string; readonly meaning?: string }>> =
    texts[view.language].choices[question];
  const { title, meaning = '' } = choices[choice] ?? { title: choice };
  return { title, meaning };
};
