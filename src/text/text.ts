import type { Language } from '../municipality/schema';
import { da } from './da';
import { en } from './en';

/** Every sentence that isn't in a municipality's file; the compiler holds each language to the Danish shape. */
export type Text = typeof da;

/** Why a card has a calm remark on top. */
export type NoticeKind = keyof Text['notices'];

export const texts: Readonly<Record<Language, Text>> = { da, en };
