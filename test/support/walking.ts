import type { Card } from '../../src/cards/card';
import { choiceText } from '../../src/concern/choice-text';
import type { Answers, Choice, Question } from '../../src/municipality/facts';
import { ishojFile, loadMunicipality } from '../../src/municipality/load';
import type { Language } from '../../src/municipality/schema';
import type { Teams } from './teams';

export const municipality = loadMunicipality(ishojFile);

type Person = ReturnType<Teams['person']>;

/** Every text of a card, a line each. */
export const textOf = (card: unknown): string => {
  if (Array.isArray(card)) return card.map(textOf).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const { text, inlines, fallback: _, ...rest } = card as Record<string, unknown>;
  const own = typeof text === 'string' ? text : '';
  return [own, textOf(inlines), ...Object.values(rest).map(textOf)].filter(Boolean).join('\n');
};

/** Presses the button of a choice. */
export const choose = (
  person: Person,
  card: Card,
  question: Question,
  choice: Choice,
  language: Language = 'da',
) => person.press(card, choiceText(question, choice, { municipality, language }).title);

/** Answers as a user does, one card after the other, from the first card on. */
export const answer = async (
  person: Person,
  answers: Answers,
  first?: Card,
  language: Language = 'da',
): Promise<Card> => {
  let card = first ?? (await person.ask('hej'));
  for (const [question, choice] of Object.entries(answers) as [Question, Choice][]) {
    card = await choose(person, card, question, choice, language);
  }
  return card;
};
