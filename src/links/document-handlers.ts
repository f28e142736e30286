import { aboveOf } from '../agenda/agenda-view';
import { type AgendaClick, answer, viewOf } from '../agenda/answering';
import type { Card } from '../cards/card';
import { linkRow } from '../cards/elements';
import type { DeskHandlers } from '../chat/router';
import { granted, meetingOf, meetingShape, refusal } from '../meetings/answering';
import type { Meeting } from '../meetings/model/meeting';
import { meetingData, sheet, wayOut } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import type { LinkPorts } from './addresses';
import { holderOf } from './feed-handlers';
import { giveLink } from './file-links';

/** The agenda as a document: a link for its coordinator in private, a sentence otherwise. */
const documentCard = async (ports: LinkPorts, click: AgendaClick, meeting: Meeting): Promise<Card> => {
  const { language, actor } = click;
  const { document: text, buttons } = agendaTexts[language];
  const card = (lead: string, url?: string): Card =>
    sheet(
      { language },
      {
        above: aboveOf(viewOf(click, meeting)),
        heading: text.heading,
        lead,
        rows: url === undefined ? [] : [linkRow(buttons.openDocument, url)],
        actions: [wayOut(language, buttons.back, 'agenda.show', meetingData(meeting))],
      },
    );
  const { state } = meeting.agenda;
  if (actor.scope === 'shared') return card(text.shared);
  if (state !== 'published' && state !== 'held') return card(text.notYet);
  if (ports.publicUrl === undefined) return card(text.none);
  const link = { ...holderOf(click), kind: 'agenda' as const, occurrence: meeting.occurrence };
  return card(text.lead, await giveLink(ports, link, ports.publicUrl));
};

export const createDocumentClicks = (ports: LinkPorts): DeskHandlers => ({
  commands: {},
  verbs: {
    'agenda.document': granted(ports, { shape: meetingShape, deed: 'coordinate' }, async (click) => {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
      return answer(click.language, await documentCard(ports, click, meeting));
    }),
  },
});
