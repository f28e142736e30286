import { meetingOf } from '../meetings/answering';
import type { Group } from '../meetings/model/group';
import type { GroupFacts } from '../meetings/model/group-facts';
import type { Meeting } from '../meetings/model/meeting';
import { eraseWhenDue } from '../meetings/model/retention';
import type { Permission } from '../meetings/model/roles';
import type { Language } from '../municipality/schema';
import { wallTimeOf } from '../municipality/wall-time';
import type { Instant } from '../storage/contract';
import { linkTexts } from '../text/links';
import {
  accessOf,
  addressAt,
  type Fetched,
  type FileKind,
  type FileLink,
  idOf,
  type LinkPorts,
  type MeetingFile,
  newToken,
} from './addresses';
import { agendaFile } from './agenda-file';
import { calendarFile } from './calendar-file';

const lastsMs = 10 * 60_000;
const removedAtOnce = 100;

const permissions: Readonly<Record<FileKind, Permission>> = { agenda: 'coordinate', meeting: 'take-part' };

/** Removes the links that are over, and says how many there were. */
export const pruneLinks = async ({ links }: LinkPorts): Promise<number> => {
  const over = await links.due(removedAtOnce);
  for (const { id } of over) await links.remove(id);
  return over.length;
};

/** The address of a page from which the holder fetches a file of the meeting, for ten minutes. */
export const giveLink = async (
  ports: LinkPorts,
  { groupId, personId, tenantId, language, kind, occurrence }: Omit<FileLink, 'expiresAt'>,
  publicUrl: string,
): Promise<string> => {
  await pruneLinks(ports);
  const token = newToken();
  const expiresAt = (await ports.clock()) + lastsMs;
  const link = { groupId, personId, tenantId, language, kind, occurrence, expiresAt };
  await ports.links.insert(idOf(token), link, { groupId, at: expiresAt, nextCheckAt: expiresAt });
  return addressAt(publicUrl, `hent/${token}`);
};

const linkOf = async ({ links, clock }: LinkPorts, token: string): Promise<FileLink | undefined> => {
  const link = (await links.find(idOf(token)))?.body;
  return link !== undefined && (await clock()) < link.expiresAt ? link : undefined;
};

/** What the page of a link offers. It asks nobody and changes nothing, for programs open links before people do. */
export const openLink = async (
  ports: LinkPorts,
  token: string,
): Promise<Fetched<{ readonly offers: FileKind; readonly language: Language }>> => {
  const link = await linkOf(ports, token);
  if (link === undefined) return { kind: 'void' };
  return { kind: 'given', offers: link.kind, language: link.language };
};

/** The file, made of the meeting as it is now, for a holder who still has the role that it was given for. */
export const fetchFile = async (
  ports: LinkPorts,
  token: string,
): Promise<Fetched<{ readonly file: MeetingFile }>> => {
  const link = await linkOf(ports, token);
  if (link === undefined) return { kind: 'void' };
  const access = await accessOf(ports, link, permissions[link.kind]);
  if (access.kind === 'refused') return { kind: access.reason === 'unknown-roster' ? 'later' : 'void' };
  const found = await meetingOf(ports, link);
  if (found === undefined) return { kind: 'void' };
  const now = await ports.clock();
  const meeting = eraseWhenDue(found, ports.retention, now);
  const made = { meeting, facts: access.facts, group: access.group.body, language: link.language };
  const file = link.kind === 'agenda' ? await agendaFile(made) : meetingFile(made, now);
  return file === undefined ? { kind: 'void' } : { kind: 'given', file };
};

type Made = {
  readonly meeting: Meeting;
  readonly facts: GroupFacts;
  readonly group: Group;
  readonly language: Language;
};

const meetingFile = ({ meeting, facts, group, language }: Made, now: Instant): MeetingFile => ({
  name: `${linkTexts[language].file.names.meeting}-${wallTimeOf(new Date(meeting.startsAt)).date}.ics`,
  type: 'text/calendar; charset=utf-8',
  bytes: Buffer.from(calendarFile([{ meeting, facts, group }], { language }, now)),
});
