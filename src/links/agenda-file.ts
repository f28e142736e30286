import { functionName, type GroupFacts, takesText } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { whenWithYearInWords } from '../meetings/view';
import type { Language } from '../municipality/schema';
import { wallTimeOf } from '../municipality/wall-time';
import { documentTexts } from '../text/agenda-document';
import { linkTexts } from '../text/links';
import type { MeetingFile } from './addresses';

type Made = { readonly meeting: Meeting; readonly facts: GroupFacts; readonly language: Language };

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The agenda to print and to file; `undefined` while it is neither published nor noted, and once it is erased. */
export const agendaFile = async ({ meeting, facts, language }: Made): Promise<MeetingFile | undefined> => {
  const { agenda, place, lengthMinutes, apologies } = meeting;
  if (agenda.state !== 'published' && agenda.state !== 'held') return undefined;
  // What writes documents is loaded by the first that is asked for.
  const { agendaDocument } = await import('./document.js');
  const bytes = await agendaDocument(
    {
      agenda,
      group: facts.name[language],
      when: whenWithYearInWords(meeting, language),
      place,
      lengthMinutes,
      apologies,
      language,
      functionName: (id) => functionName(facts, id, language),
      namesCaseFunctions: !takesText(facts),
    },
    documentTexts[language],
  );
  const day = wallTimeOf(new Date(meeting.startsAt)).date;
  return { name: `${linkTexts[language].file.names.agenda}-${day}.docx`, type: wordType, bytes };
};
