import type { Card } from '../cards/card';
import { linkRow } from '../cards/elements';
import type { Handlers } from '../chat/router';
import { type Authorised, answer, authorise, meetingOf, meetingShape, refusal } from '../meetings/answering';
import type { Meeting } from '../meetings/model/meeting';
import { formCard, meetingData, secondaryButton, whenInWords } from '../meetings/view';
import { linkTexts } from '../text/links';
import { meetingTexts } from '../text/meetings';
import type { LinkPorts } from './addresses';
import { holderOf } from './feed-handlers';
import { giveLink } from './file-links';
import { mailCard } from './mail-card';

/** One meeting for a calendar: a link in private, a sentence elsewhere. */
const fileCard = async (ports: LinkPorts, click: Authorised<unknown>, meeting: Meeting): Promise<Card> => {
  const { language, facts, actor } = click;
  const { file: text, buttons } = linkTexts[language];
  const card = (lead: string, url?: string): Card =>
    formCard(
      { language },
      {
        above: `${facts.name[language]}, ${whenInWords(meeting, language)}`,
        heading: text.heading,
        lead,
        rows: url === undefined ? [] : [linkRow(buttons.openFile, url)],
        actions: [
          secondaryButton(
            language,
            meetingTexts[language].buttons.back,
            'meeting.more',
            meetingData(meeting),
          ),
        ],
      },
    );
  if (actor.scope === 'shared') return card(text.shared);
  if (ports.publicUrl === undefined) return card(text.none);
  const link = { ...holderOf(click), kind: 'meeting' as const, occurrence: meeting.occurrence };
  return card(text.lead, await giveLink(ports, link, ports.publicUrl));
};

/** What leaves Teams about one meeting: its calendar file, and the texts of its reminders to copy into a mail. */
export const createFileClicks = (ports: LinkPorts): Handlers => ({
  commands: {},
  verbs: {
    'meeting.file': authorise(ports, { shape: meetingShape, permission: 'take-part' }, async (click) => {
      const meeting = await meetingOf(ports, click.data);
      if (meeting === undefined) return refusal(click.language, 'no-such-meeting');
      return answer(click.language, await fileCard(ports, click, meeting));
    }),
    'meeting.mail': authorise(ports, { shape: meetingShape, permission: 'coordinate' }, async (click) => {
      const { language, facts, now, data } = click;
      const meeting = await meetingOf(ports, data);
      if (meeting === undefined) return refusal(language, 'no-such-meeting');
      return answer(language, mailCard({ language, facts, meeting, now }));
    }),
  },
});
