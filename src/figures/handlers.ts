import { z } from 'zod';
import type { Card } from '../cards/card';
import { languageIn } from '../cards/card-data';
import type { Handler, Handlers } from '../chat/router';
import type { Actor, Answer } from '../chat/turn';
import { isOfNow } from '../meetings/answering';
import { formCard, secondaryButton } from '../meetings/view';
import type { Language } from '../municipality/schema';
import { figuresTexts } from '../text/figures';
import { type FiguresPorts, mayRead, publishedMonths } from './access';
import { figuresCard, noFiguresCard } from './figures-card';
import type { Month, PublishedMonth } from './model/month';

const shape = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }).partial();

/** A click of somebody who may see the figures, with those that there are. */
export type FiguresClick = {
  readonly language: Language;
  readonly actor: Actor;
  /** The published months up to the one that is asked for, or to the latest; none before the first is over. */
  readonly months: readonly PublishedMonth[];
  readonly later: Month | undefined;
};

export const figuresAnswer = (language: Language, card: Card): Answer => ({
  kind: 'card',
  card,
  summary: figuresTexts[language].summary,
});

const refusal = (
  { language, actor }: Pick<FiguresClick, 'language' | 'actor'>,
  reason: keyof (typeof figuresTexts)['da']['refusals'],
): Answer => {
  const { refused, refusals, buttons } = figuresTexts[language];
  const actions = actor.scope === 'personal' ? [secondaryButton(language, buttons.menu, 'menu.show')] : [];
  const answered = figuresAnswer(
    language,
    formCard({ language }, { heading: refused, lead: refusals[reason], actions }),
  );
  return reason === 'odd-card' && answered.kind === 'card' ? { ...answered, isRefusal: true } : answered;
};

/** Lets through who may see figures when the click runs; everybody else gets a sentence. */
export const forReaders =
  (ports: FiguresPorts, run: (click: FiguresClick) => Promise<Answer>): Handler =>
  async (raw, actor) => {
    const language = languageIn(raw) ?? ports.municipality.language;
    const parsed = shape.safeParse(raw);
    if (!parsed.success || !isOfNow(raw)) return refusal({ language, actor }, 'odd-card');
    const may = await mayRead(ports, actor);
    if (may !== 'yes')
      return refusal({ language, actor }, may === 'later' ? 'unknown-roster' : 'not-allowed');
    const all = await publishedMonths(ports);
    const at = all.findIndex(({ month }) => month === parsed.data.month);
    const until = at < 0 ? all.length : at + 1;
    return run({ language, actor, months: all.slice(0, until), later: all[until]?.month });
  };

/** The figures by card, in a channel and in private. */
export const createFiguresHandlers = (ports: FiguresPorts): Handlers => ({
  verbs: {
    'figures.show': forReaders(ports, async ({ language, actor, months, later }) => {
      const { municipality } = ports;
      const isPrivate = actor.scope === 'personal';
      const earlier = months.at(-2)?.month;
      const card =
        months.length === 0
          ? noFiguresCard(language)
          : figuresCard({ language, municipality, months, isPrivate, earlier, later });
      return figuresAnswer(language, card);
    }),
  },
  commands: { tal: 'figures.show', figures: 'figures.show' },
});
