import { z } from 'zod';
import type { Language } from '../municipality/schema';

/** Counts the shapes of what cards carry: a card of another version is answered with a new one. */
export const cardVersion = 1;

const language = z.enum(['da', 'en']);
const anyVersion = z.object({ language });

/** What every card of ours carries in its buttons. */
export const cardData = z.object({ version: z.literal(cardVersion), language });

/** The language that a card's data names, if it is one of ours; also readable from a card that is out of date. */
export const languageIn = (data: unknown): Language | undefined => anyVersion.safeParse(data).data?.language;

/** The language of a card without answers; `undefined` for data that no card of this version carries. */
export const parseLanguage = (data: unknown): Language | undefined => cardData.safeParse(data).data?.language;
