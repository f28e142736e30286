import type { Language } from '../municipality/schema';
import { daMeetings, type MeetingText } from './da-meetings';
import { enMeetings } from './en-meetings';

/** Every sentence about groups and meetings that isn't in a municipality's file. */
export const meetingTexts: Readonly<Record<Language, MeetingText>> = { da: daMeetings, en: enMeetings };
