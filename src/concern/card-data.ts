import { z } from 'zod';
import { cardData } from '../cards/card-data';
import { type Answers, type Question, questionOrder, questions } from '../municipality/facts';
import type { Language } from '../municipality/schema';

const answers = z
  .strictObject({
    urgency: z.enum(questions.urgency),
    subject: z.enum(questions.subject),
    age: z.enum(questions.age),
    workplace: z.enum(questions.workplace),
  })
  .partial();

const wizardCard = cardData
  .extend({ answers, change: z.enum(questionOrder).optional() })
  .refine(({ answers: given, change }) => change === undefined || given[change] !== undefined);

/** What a card of the wizard carries: the language, the answers so far, and which of them is asked for again. */
export type CardState = {
  readonly language: Language;
  readonly answers: Answers;
  readonly change?: Question;
};

const definite = (parsed: z.infer<typeof answers>): Answers =>
  Object.fromEntries(Object.entries(parsed).filter(([, choice]) => choice !== undefined));

/** The state of a wizard's card; `undefined` for data that no card of this version carries. */
export const parseCardState = (data: unknown): CardState | undefined => {
  const parsed = wizardCard.safeParse(data);
  if (!parsed.success) return undefined;
  const { language, answers, change } = parsed.data;
  return { language, answers: definite(answers), ...(change === undefined ? {} : { change }) };
};
