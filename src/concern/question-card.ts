import type { Button } from '../cards/action';
import type { Card } from '../cards/card';
import type { ChoicesModel, DangerModel } from '../cards/models';
import { telephoneLink } from '../cards/telephone';
import { expand } from '../cards/templates';
import { type Answers, type Question, questionOrder } from '../municipality/facts';
import type { Language, Municipality } from '../municipality/schema';
import { type NoticeKind, texts } from '../text/text';
import { buttonsIn, otherLanguageButton } from './buttons';
import { choiceText } from './choice-text';
import { offeredChoices, type Progress, without } from './wizard';

export type QuestionView = {
  readonly municipality: Municipality;
  readonly language: Language;
  readonly answers: Answers;
  /** The answers without those that can't change the result. */
  readonly normalise: (answers: Answers) => Answers;
  readonly question: Question;
  readonly progress: Progress;
  /** Whether a settled answer is asked for again. */
  readonly isChange: boolean;
  readonly notice?: NoticeKind | undefined;
};

/** 112 stays on top of every question that comes after it. */
const dangerBand = ({ municipality, language, answers }: QuestionView): readonly DangerModel[] => {
  const { danger, result } = texts[language];
  const { telephone } = municipality.units.emergency;
  if (answers.urgency !== 'danger' || telephone === undefined) return [];
  return [
    {
      title: danger.band,
      telephone: telephoneLink(telephone),
      origin: `(${result.nationalNumber})`,
      after: danger.after,
    },
  ];
};

const choicesOf = ({ question, answers, normalise, ...view }: QuestionView): ChoicesModel['choices'] =>
  offeredChoices(question, answers).map((choice) => {
    const { title, meaning } = choiceText(question, choice, view);
    const answered = normalise({ ...answers, [question]: choice });
    const look = choice === 'danger' ? { style: 'destructive' as const } : {};
    return { meaning, button: buttonsIn(view.language).show(title, answered, look) };
  });

/** To the question before, or from a change to the result as it was. */
const wayBack = ({ answers, question, language, isChange }: QuestionView): readonly Button[] => {
  if (isChange) return [buttonsIn(language).show(texts[language].buttons.back, answers)];
  const earlier = questionOrder.slice(0, questionOrder.indexOf(question));
  const last = earlier.findLast((asked) => answers[asked] !== undefined);
  if (last === undefined) return [];
  return [buttonsIn(language).show(texts[language].buttons.back, without(answers, last))];
};

/** One question with its choices; every button carries the answers so far and its own. */
export const questionCard = (view: QuestionView): Card => {
  const { language, answers, question, progress, isChange } = view;
  const text = texts[language];
  const { heading, why } = text.questions[question];
  const choices = choicesOf(view);
  const spoken = `${heading} ${choices.map(({ button }) => button.title).join('. ')}.`;
  const danger = dangerBand(view);
  const isFirst = !isChange && question === questionOrder[0];
  return expand('choices', {
    lang: language,
    speak:
      danger.length > 0
        ? `${text.danger.band} 112. ${spoken}`
        : `${isFirst ? `${text.purpose} ` : ''}${spoken}`,
    fallbackText: `${spoken} ${text.notDrawn}`,
    notice: view.notice === undefined ? '' : text.notices[view.notice],
    danger,
    purpose: isFirst ? text.purpose : '',
    above: isChange ? text.changing : text.progress(progress.number, progress.atMost),
    language: [
      otherLanguageButton(language, (there, title) =>
        there.show(title, answers, { change: isChange ? question : undefined }),
      ),
    ],
    heading,
    lead: isChange ? text.changingHint : why,
    choices,
    actions: [...wayBack(view), buttonsIn(language).menu()],
  });
};
