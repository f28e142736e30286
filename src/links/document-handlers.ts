import { aboveOf } from '../agenda/agenda-view';
import { type AgendaClick, answer, viewOf } from '../agenda/answering';
import type { Card } from '../cards/card';
import { linkRow } from '../cards/elements';
import type { Handlers } from '../chat/router';
import { authorise, meetingOf, meetingShape, refusal } from '../meetings/answering';
import type { Meeting } from '../meetings/model/meeting';
import { formCard, meetingData, secondaryButton } from '../meetings/view';
import { agendaTexts } from '../text/agenda';
import type { LinkPorts } from './addresses';
import { holderOf } from './feed-handlers';
import { giveLink } from './file-links';

/** The agenda as a document: a link for its coordinator in private, a sentence otherwise. */
const documentCard = async (ports: LinkPorts, click: AgendaClick, meeting: Meeting): Promise<Card> => {
  const { language, actor } = click;
  const { document: text, buttons } = agendaTexts[language];
  const card = (lead: string, url?: string): Card =>
    formCard(
      { language },
      {
        above: aboveOf(viewOf(click, meeting)),
        heading: text.heading,
        lead,
        rows: url === undefined ? [] : [linkRow(buttons.openDocument, url)],
        actions: [secondaryButton(language, buttons.back, 'agenda.show', meetingData(meeting))],
      },
    );
  const { state } = meeting.agenda;
  if (actor.scope === 'shared') return card(text.shared);
  if (state !== 'published' && state !== 'held') return card(text.notYet);
  if (ports.publicUrl === undefined) return card(text.none);
  const link = { ...holderOf(click), kind: 'agenda' as const, occurrence: meeting.occurrence };
  return card(text.lead, await giveLink(ports, link, ports.publicUrl));
};

export const createDocumentClicks = (ports: LinkPorts): Handlers => ({
  commands: {},
  verbs: {
    'agenda.document': authorise(ports, { shape: meetingShape, permission: 'coordinate' }, async (click) => {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
      return answer(click.language, await documentCard(ports, click, meeting));
    }),
  },
});
