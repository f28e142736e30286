import type { Button } from './action';
import type { Element } from './elements';

/** What every card has beside its body. '' hides what a card does without, in all models. */
type Base = {
  readonly lang: 'da' | 'en';
  readonly speak: string;
  readonly fallbackText: string;
  /** A calm remark on top. */
  readonly notice: string;
  readonly heading: string;
  readonly lead: string;
  readonly actions: readonly Button[];
  /** The switch to the other language; none on a card that has only one way on. */
  readonly language: readonly Button[];
};

/** `choices`: a question, and a button under the meaning of each answer. */
export type ChoicesModel = Base & {
  /** A number to call before anything else; at most one. */
  readonly danger: readonly DangerModel[];
  /** What the bot is for, on its first card. */
  readonly purpose: string;
  /** A small line above the heading, beside the language. */
  readonly above: string;
  readonly choices: readonly { readonly meaning: string; readonly button: Button }[];
};

export type DangerModel = {
  readonly title: string;
  readonly telephone: string;
  readonly origin: string;
  readonly after: string;
};

/** `page`: something to read, in sections. */
export type PageModel = Base & {
  readonly leadStyle: 'default' | 'warning';
  readonly sections: readonly PageSection[];
  /** A small line at the end, beside the language. */
  readonly foot: string;
};

export type PageSection = {
  /** '' where the lines stand by themselves. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly small: readonly string[];
  readonly buttons: readonly Button[];
};

/** `result`: the steps in order, the first of them the biggest thing on the card. */
export type ResultModel = Omit<Base, 'heading' | 'lead'> & {
  readonly bandStyle: 'accent' | 'attention';
  /** What to know before the first step. */
  readonly top: string;
  readonly label: string;
  readonly first: StepModel;
  readonly others: readonly StepModel[];
  readonly asks: readonly AskModel[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** What is hidden until it is asked for. */
  readonly folds: readonly FoldModel[];
  /** What is asked after everything else. */
  readonly lastAsks: readonly AskModel[];
  readonly foot: string;
};

type AskModel = { readonly question: string; readonly button: Button };

export type StepModel = {
  readonly title: string;
  /** The number to call; '' where another way comes first. */
  readonly telephone: string;
  readonly form: readonly FormModel[];
  readonly lines: readonly string[];
  /** To be called back, where the unit takes such requests; at most one. */
  readonly callBack: readonly Button[];
  readonly prepare: string;
  /** The duty that the step fulfils; at most one. */
  readonly duty: readonly DutyModel[];
};

type DutyModel = {
  readonly title: string;
  readonly notReported: string;
  readonly lines: readonly string[];
};

export type FoldModel = {
  readonly id: string;
  readonly title: string;
  /** What a screen reader calls the switch. */
  readonly toggle: string;
  readonly rows: readonly {
    readonly label: string;
    readonly text: string;
    readonly buttons: readonly Button[];
  }[];
};

/** Where a form is: a link, or places in words. */
export type FormModel = {
  readonly title: string;
  readonly places: readonly string[];
  readonly links: readonly LinkButton[];
};

export type LinkButton = {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  readonly style?: 'positive';
};

/** `form`: what is asked or told in rows, inputs among them. */
export type FormCardModel = Omit<Base, 'language'> & {
  readonly above: string;
  readonly rows: readonly Element[];
};

/** `meeting`: when and where in the first place, then how it stands, as words and as a colour. */
export type MeetingCardModel = Omit<Base, 'language' | 'lead'> & {
  readonly above: string;
  readonly placeLabel: string;
  readonly place: string;
  readonly stateStyle: 'good' | 'attention' | 'warning' | 'emphasis';
  readonly state: string;
  readonly asked: string;
  readonly rows: readonly Element[];
};

/** The model of each template in `cards/`. */
export type Models = {
  readonly choices: ChoicesModel;
  readonly page: PageModel;
  readonly result: ResultModel;
  readonly form: FormCardModel;
  readonly meeting: MeetingCardModel;
};
