import type { Card } from '../cards/card';
import { linkRow } from '../cards/elements';
import type { Handlers } from '../chat/router';
import { mayRead, publishedMonths } from '../figures/access';
import { type FiguresClick, figuresAnswer, forReaders } from '../figures/handlers';
import { type Figures, figuresCsv, figuresOf } from '../figures/tables';
import { formCard, secondaryButton } from '../meetings/view';
import { figuresTexts } from '../text/figures';
import type { Fetched, FiguresLink, LinkPorts, MeetingFile } from './addresses';
import { giveLink } from './file-links';

const shownMonths = 12;

/** Why a link shows nothing to its holder at this moment; `undefined` while it does. */
const refusedTo = async (ports: LinkPorts, link: FiguresLink) => {
  const may = await mayRead(ports, link);
  if (may === 'yes') return undefined;
  return { kind: may === 'later' ? 'later' : 'void' } as const;
};

/** What the link's page shows: a year up to its month. */
export const readFigures = async (
  ports: LinkPorts,
  link: FiguresLink,
): Promise<Fetched<{ readonly figures: Figures }>> => {
  const refused = await refusedTo(ports, link);
  if (refused !== undefined) return refused;
  const { municipality } = ports;
  const until = (await publishedMonths(ports)).filter(({ month }) => month <= link.month);
  const months = until.slice(-shownMonths);
  return months.length === 0
    ? { kind: 'void' }
    : { kind: 'given', figures: figuresOf({ language: link.language, municipality, months }) };
};

/** Every month for a spreadsheet. */
export const fetchFigures = async (
  ports: LinkPorts,
  link: FiguresLink,
): Promise<Fetched<{ readonly file: MeetingFile }>> => {
  const refused = await refusedTo(ports, link);
  if (refused !== undefined) return refused;
  const { municipality } = ports;
  const { language } = link;
  const csv = figuresCsv({ language, municipality, months: await publishedMonths(ports) });
  const name = `${figuresTexts[language].csv.name}-${link.month}.csv`;
  return { kind: 'given', file: { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csv) } };
};

/** A link in private; a sentence where others read along. */
const linkCard = async (ports: LinkPorts, { language, actor, months }: FiguresClick): Promise<Card> => {
  const { link: text, buttons, inPrivate, none } = figuresTexts[language];
  const month = months.at(-1)?.month;
  const actions = [
    secondaryButton(language, buttons.back, 'figures.show', month === undefined ? {} : { month }),
  ];
  const card = (lead: string, url?: string): Card =>
    formCard(
      { language },
      { heading: text.heading, lead, rows: url === undefined ? [] : [linkRow(buttons.open, url)], actions },
    );
  if (actor.scope === 'shared') return card(inPrivate);
  if (month === undefined) return card(none);
  if (ports.publicUrl === undefined) return card(text.none);
  const { personId, tenantId } = actor;
  const wanted = { kind: 'figures', personId, tenantId, language, month } as const;
  return card(text.lead, await giveLink(ports, wanted, ports.publicUrl));
};

export const createFiguresClicks = (ports: LinkPorts): Handlers => ({
  commands: {},
  verbs: {
    'figures.page': forReaders(ports, async (click) =>
      figuresAnswer(click.language, await linkCard(ports, click)),
    ),
  },
});
