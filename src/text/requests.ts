import type { Language } from '../municipality/schema';
import { daRequests, type RequestText } from './da-requests';
import { enRequests } from './en-requests';

/** Every sentence about requests to a unit that isn't in a municipality's file. */
export const requestTexts: Readonly<Record<Language, RequestText>> = { da: daRequests, en: enRequests };
