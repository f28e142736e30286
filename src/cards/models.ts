import type { Button } from './action';

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
  readonly title: string;
  readonly lines: readonly string[];
  readonly small: readonly string[];
  readonly buttons: readonly Button[];
};

/** `result`: the steps in order, the first of them the biggest thing on the card. */
export type ResultModel = Omit<Base, 'heading' | 'lead'> & {
  readonly bandStyle: 'accent' | 'attention';
  readonly label: string;
  readonly first: StepModel;
  readonly duty: readonly { readonly title: string; readonly text: string; readonly notReported: string }[];
  readonly others: readonly StepModel[];
  readonly asks: readonly { readonly question: string; readonly button: Button }[];
  readonly noticesTitle: string;
  readonly notices: readonly string[];
  readonly nextTitle: string;
  readonly next: readonly string[];
  readonly answersTitle: string;
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string;
    readonly button: Button;
  }[];
  readonly sourcesTitle: string;
  readonly sources: readonly string[];
  readonly storedTitle: string;
  readonly stored: string;
  readonly clear: Button;
  readonly foot: string;
  readonly toggles: { readonly answers: string; readonly sources: string; readonly stored: string };
};

export type StepModel = {
  readonly title: string;
  readonly unit: string;
  readonly why: string;
  readonly telephone: string;
  readonly mail: string;
  readonly through: string;
  readonly availability: string;
  readonly origin: string;
  readonly form: readonly FormModel[];
  readonly prepareTitle: string;
  readonly prepare: readonly string[];
};

/** Where a form is: a link, or places in words. */
export type FormModel = {
  readonly title: string;
  readonly places: readonly string[];
  readonly links: readonly {
    readonly type: 'Action.OpenUrl';
    readonly title: string;
    readonly url: string;
  }[];
  readonly origin: string;
};

/** The model of each template in `cards/`. */
export type Models = {
  readonly choices: ChoicesModel;
  readonly page: PageModel;
  readonly result: ResultModel;
};
