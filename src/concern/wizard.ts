import { collect } from '../municipality/decision-table';
import {
  type Answers,
  type Choice,
  circumstances,
  everyCombination,
  fitTogether,
  type Question,
  questionOrder,
  questions,
} from '../municipality/facts';
import type { Municipality } from '../municipality/schema';
import { circumstancesOf } from './route';

/** The answers that a question card offers beside those that are given. */
export const offeredChoices = (question: Question, answers: Answers): readonly Choice[] =>
  questions[question].filter(
    (choice) => question !== 'subject' || fitTogether({ ...answers, subject: choice }),
  );

export type Progress = { readonly number: number; readonly atMost: number };

export type Wizard = {
  /** The first question whose answer can still change the result; `undefined` when the result is settled. */
  nextQuestion(answers: Answers): Question | undefined;
  /** The answers without those that can't change the result. */
  normalise(answers: Answers): Answers;
  /** False when an answer is among them that no card would have asked for. */
  isConsistent(answers: Answers): boolean;
  /** The question's number and the most questions that there can be, this one included. */
  progress(answers: Answers): Progress;
  /** Settled answers, filled up where a question made no difference. */
  complete(answers: Answers): Required<Answers>;
};

type Outcome = { readonly answers: Required<Answers>; readonly entries: string };

const outcomesOf = (municipality: Municipality): readonly Outcome[] =>
  everyCombination.map((answers) => ({
    answers,
    entries: circumstances.hours
      .flatMap((hours) =>
        collect(municipality.rules, { ...answers, ...circumstancesOf(municipality, hours) }),
      )
      .map(({ collect: kind, entry }) => `${kind}:${entry}`)
      .join(' '),
  }));

const memoise = <Result>(compute: (answers: Answers) => Result): ((answers: Answers) => Result) => {
  const known = new Map<string, Result>();
  return (answers) => {
    const key = questionOrder.map((question) => answers[question] ?? '').join(' ');
    const result = known.has(key) ? (known.get(key) as Result) : compute(answers);
    known.set(key, result);
    return result;
  };
};

/** The answers without one of them, so that it is asked again. */
export const without = (answers: Answers, question: Question): Answers => {
  const { [question]: _, ...others } = answers;
  return others;
};

const matches = (answers: Answers, outcome: Outcome): boolean =>
  questionOrder.every(
    (question) => (answers[question] ?? outcome.answers[question]) === outcome.answers[question],
  );

/** Computes the wizard's order from the decision table: a question that can't change the result isn't asked. */
export const createWizard = (municipality: Municipality): Wizard => {
  const outcomes = outcomesOf(municipality);

  const matters = (question: Question, others: Answers): boolean => {
    const entriesOf = new Map<string, string>();
    return outcomes
      .filter((outcome) => matches(others, outcome))
      .some(({ answers, entries }) => {
        const rest = JSON.stringify(without(answers, question));
        const first = entriesOf.get(rest) ?? entries;
        entriesOf.set(rest, first);
        return first !== entries;
      });
  };

  const nextQuestion = memoise((answers) =>
    questionOrder.find((question) => answers[question] === undefined && matters(question, answers)),
  );

  const questionsLeft = memoise((answers): number => {
    const question = nextQuestion(answers);
    if (question === undefined) return 0;
    const lefts = offeredChoices(question, answers).map((choice) =>
      questionsLeft({ ...answers, [question]: choice }),
    );
    return 1 + Math.max(...lefts);
  });

  const normalise = memoise((answers) =>
    questionOrder.reduce(
      (kept, question) =>
        kept[question] !== undefined && !matters(question, without(kept, question))
          ? without(kept, question)
          : kept,
      fitTogether(answers) ? answers : without(answers, 'subject'),
    ),
  );

  const complete = memoise((answers) => {
    const outcome = outcomes.find((each) => matches(answers, each));
    if (outcome === undefined) throw new Error('answers that no card offers together');
    return outcome.answers;
  });

  return {
    nextQuestion,
    normalise,
    isConsistent: (answers) => Object.keys(normalise(answers)).length === Object.keys(answers).length,
    progress: (answers) => {
      const answered = Object.keys(answers).length;
      return { number: answered + 1, atMost: answered + questionsLeft(answers) };
    },
    complete,
  };
};
