import { z } from 'zod';
import type { Card } from '../cards/card';
import { cardVersion, languageIn } from '../cards/card-data';
import type { Handler } from '../chat/router';
import type { Actor, Answer } from '../chat/turn';
import type { Language } from '../municipality/schema';
import { meetingTexts } from '../text/meetings';
import { type Access, accessTo, type MeetingPorts } from './access';
import type { Meeting } from './model/meeting';
import type { Permission } from './model/roles';
import { button, formCard, whenInWords } from './view';

/** Every refusal with a plain sentence. */
export type RefusalKind = Exclude<keyof ReturnType<typeof sentencesOf>, 'moved'>;
const sentencesOf = (language: Language) => meetingTexts[language].refusals;

export const answer = (language: Language, card: Card): Answer => ({
  kind: 'card',
  card,
  summary: meetingTexts[language].summary,
});

/** A sentence in the place of what was asked for, with ways on. */
export const refusal = (language: Language, reason: RefusalKind): Answer => {
  const { refused, refusals, buttons } = meetingTexts[language];
  const card = formCard(
    { language },
    {
      heading: refused,
      lead: refusals[reason],
      actions: [
        button(language, { title: buttons.next, verb: 'meeting.next' }),
        button(language, { title: buttons.myGroups, verb: 'group.mine' }),
      ],
    },
  );
  return refusedFor(answer(language, card), reason);
};

const withoutRight: readonly string[] = ['outsider', 'not-allowed', 'not-named', 'administrators-only'];
const tooLate: readonly string[] = ['changed-meanwhile', 'channel-taken', 'group-taken'];

/** The answer with what kind of refusal it is. */
export const refusedFor = (answered: Answer, reason: string): Answer => {
  if (answered.kind !== 'card') return answered;
  if (reason === 'odd-card') return { ...answered, isRefusal: true };
  if (withoutRight.includes(reason)) return { ...answered, refused: 'no-right' };
  return tooLate.includes(reason) ? { ...answered, refused: 'too-late' } : answered;
};

/** The card's version and language; a command has neither, and speaks the municipality's language. */
export const languageOf = (ports: MeetingPorts, data: unknown): Language =>
  languageIn(data) ?? ports.municipality.language;

const versioned = z.object({ version: z.literal(cardVersion) });
/** Whether a click's data is of this version; an empty object is a command's. */
export const isOfNow = (data: unknown): boolean =>
  versioned.safeParse(data).success || z.strictObject({}).safeParse(data).success;

export const groupShape = z.object({ groupId: z.string().max(80) });
export const meetingShape = groupShape.extend({
  occurrence: z.string().regex(/^\d{4}-\d{2}-\d{2}(-x\d{1,3})?$/),
  revision: z.number().int().nonnegative().max(1_000_000),
});

/** One click with everything that was asked of it: the role is known and the data is of the shape. */
export type Authorised<Data> = Access & {
  readonly data: Data;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: number;
};

type Wanted<Data> = {
  readonly shape: z.ZodType<Data>;
  readonly permission: Permission;
  /** What is answered instead; a form keeps what was typed. */
  readonly refused?: (language: Language, reason: RefusalKind, raw: unknown) => Answer;
};

/** A handler whose data has a shape and whose sender must have the permission's role in the group when it runs. */
export const authorise =
  <Data extends { readonly groupId: string }>(
    ports: MeetingPorts,
    { shape, permission, refused = refusal }: Wanted<Data>,
    run: (click: Authorised<Data>, raw: unknown) => Promise<Answer>,
  ): Handler =>
  async (raw, actor, now) => {
    const language = languageOf(ports, raw);
    const parsed = shape.safeParse(raw);
    if (!parsed.success || !isOfNow(raw)) return refused(language, 'odd-card', raw);
    const access = await accessTo(ports, { actor, groupId: parsed.data.groupId, permission });
    if (access.kind === 'refused') return refused(language, access.reason, raw);
    return run({ ...access, data: parsed.data, actor, language, now: now.getTime() }, raw);
  };

export type MeetingData = z.infer<typeof meetingShape>;

/** The meeting of a click; `undefined` when there is none. */
export const meetingOf = async (
  { meetings }: MeetingPorts,
  { groupId, occurrence }: Pick<MeetingData, 'groupId' | 'occurrence'>,
): Promise<Meeting | undefined> => (await meetings.find(`${groupId}/${occurrence}`))?.body;

/** The remark on a card whose reader saw another revision; `undefined` when it is the same. */
export const movedRemark = (language: Language, meeting: Meeting, revision: number): string | undefined =>
  meeting.revision === revision
    ? undefined
    : meetingTexts[language].refusals.moved(whenInWords(meeting, language));
