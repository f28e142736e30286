import type { Language } from '../municipality/schema';
import { type AgendaText, daAgenda } from './da-agenda';
import { enAgenda } from './en-agenda';

/** Every sentence about agendas that isn't in a municipality's file. */
export const agendaTexts: Readonly<Record<Language, AgendaText>> = { da: daAgenda, en: enAgenda };
