import { z } from 'zod';
import type { Button } from '../cards/action';
import type { Verb } from '../cards/verbs';
import { meetingTexts } from '../text/meetings';
import type { Mine } from './my-groups';
import { type CardView, secondaryButton } from './view';

const shape = z.object({ page: z.number().int().min(0).max(9_999).catch(0) });

/** Which page of somebody's groups a click asks for; a command asks for the first. */
export const pageIn = (raw: unknown): number => shape.safeParse(raw).data?.page ?? 0;

/** Ways to the other pages of somebody's groups; nothing when all stand on one. */
export const groupPageButtons = (
  { language, page, pages }: CardView & Pick<Mine, 'page' | 'pages'>,
  verb: Verb,
): readonly Button[] => {
  const { groups: text } = meetingTexts[language];
  const to = (title: string, at: number): Button => secondaryButton(language, title, verb, { page: at });
  return [
    ...(page < pages - 1 ? [to(text.later, page + 1)] : []),
    ...(page > 0 ? [to(text.earlier, page - 1)] : []),
  ];
};
