import { z } from 'zod';
import type { Handler, Handlers } from '../chat/router';
import { authorise, meetingOf, meetingShape, refusal } from '../meetings/answering';
import { addStanding, refuseItem } from '../meetings/model/coordinating';
import { takesText } from '../meetings/model/group-facts';
import { isMinutes, limits } from '../meetings/model/item';
import { typedText, wholeNumberIn } from '../meetings/typed-fields';
import type { Language } from '../municipality/schema';
import { agendaTexts } from '../text/agenda';
import { comingItems } from './agenda-view';
import {
  type AgendaPorts,
  answer,
  itemShape,
  keepAgenda,
  keptWords,
  outcomeOf,
  planReceipt,
  showing,
  shown,
  viewOf,
  whoOf,
} from './answering';
import { keepEverywhere } from './carried-words';
import { coordinatorCard } from './coordinator-card';
import { type Line, refuseCard, standingCard } from './coordinator-forms';
import { itemOr } from './coordinator-handlers';
import { faultInWords } from './item-form-card';
import { type ParsedLine, parseLine } from './text-field';

const noPerson = z.literal('true').optional().catch(undefined);

const refuseShape = itemShape.extend({ reason: typedText, noPerson });
const standingShape = meetingShape.extend({
  nonce: z.string().regex(/^[\w-]{8,64}$/),
  title: typedText,
  minutes: typedText,
  noPerson,
});

/** A line that wasn't taken, as its form shows it again. */
const lineAgain = (language: Language, parsed: ParsedLine, most: number): Line => {
  if (parsed.kind === 'line') return { typed: parsed.line };
  const { typed } = parsed;
  return parsed.kind === 'ask-person'
    ? { typed, found: parsed.found }
    : { typed, fault: faultInWords(language, parsed.fault, most) };
};

const refuse = (ports: AgendaPorts): Handler =>
  authorise(ports, { shape: refuseShape, permission: 'coordinate', refused: keptWords }, async (click) => {
    const { data, language, now } = click;
    const meeting = await meetingOf(ports, data);
    if (meeting === undefined) return refusal(language, 'no-such-meeting');
    const view = viewOf(click, meeting);
    const item = comingItems(view).find(({ id }) => id === data.itemId);
    const decide = (reason: object) => (agenda: typeof meeting.agenda) =>
      refuseItem(agenda, { by: whoOf(click), id: data.itemId, ...reason }, now);
    const isCase = item?.kind === 'single-case';
    const parsed = parseLine(data.reason, {
      most: limits.reason,
      ownNames: ports.ownNames,
      isNoPerson: data.noPerson !== undefined,
    });
    if (item !== undefined && !isCase && parsed.kind !== 'line')
      return answer(language, refuseCard(view, { item, reason: lineAgain(language, parsed, limits.reason) }));
    const reason = isCase || parsed.kind !== 'line' ? {} : { reason: parsed.line };
    await planReceipt(ports, click, 'item-refused');
    const kept = await keepEverywhere(ports, click, { decide: decide(reason) });
    return outcomeOf(click, kept, (latest) =>
      answer(language, coordinatorCard(viewOf(click, latest, agendaTexts[language].coordinator.refused))),
    );
  });

const addsStanding = (ports: AgendaPorts): Handler =>
  authorise(ports, { shape: standingShape, permission: 'coordinate', refused: keptWords }, async (click) => {
    const { data, language, now } = click;
    const meeting = await meetingOf(ports, data);
    if (meeting === undefined) return refusal(language, 'no-such-meeting');
    if (!takesText(click.facts))
      return shown(click, meeting, agendaTexts[language].refusals['single-cases-only']);
    const minutes = wholeNumberIn(data.minutes.trim());
    const parsed = parseLine(data.title, {
      most: limits.title,
      ownNames: ports.ownNames,
      isNoPerson: data.noPerson !== undefined,
    });
    if (parsed.kind !== 'line' || !isMinutes(minutes)) {
      const fault = isMinutes(minutes) ? undefined : agendaTexts[language].faults['out-of-range'];
      return answer(
        language,
        standingCard(viewOf(click, meeting), {
          id: data.nonce,
          title: lineAgain(language, parsed, limits.title),
          minutes: { typed: data.minutes, fault },
        }),
      );
    }
    const item = { by: whoOf(click), id: data.nonce, title: parsed.line, minutes };
    const kept = await keepAgenda(ports, click, { decide: (agenda) => addStanding(agenda, item, now) });
    if (kept.kind === 'updated' && !kept.isSame) ports.handedIn?.('standing');
    return outcomeOf(click, kept, (latest) =>
      answer(language, coordinatorCard(viewOf(click, latest, agendaTexts[language].coordinator.saved))),
    );
  });

/** What the coordinator writes: why an item isn't taken, and the items that come again at every meeting. */
export const createWritingClicks = (ports: AgendaPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.ask-refuse': showing(ports, { shape: itemShape, permission: 'coordinate' }, (view, click) => {
      const item = comingItems(view).find(({ id }) => id === click.data.itemId);
      if (item === undefined) return itemOr(click, view.meeting, { itemId: click.data.itemId });
      return answer(view.language, refuseCard(view, { item, reason: { typed: '' } }));
    }),
    'agenda.refuse': refuse(ports),
    'agenda.add-standing': addsStanding(ports),
  },
});
