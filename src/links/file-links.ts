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
  type FiguresLink,
  type FileKind,
  type FileLink,
  idOf,
  type LinkPorts,
  type MeetingFile,
  newToken,
  type Offer,
  type StoredLink,
} from './addresses';
import { agendaFile } from './agenda-file';
import { calendarFile } from './calendar-file';
import { fetchFigures, readFigures } from './figures-link';

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
  wanted: Omit<FileLink, 'expiresAt'> | Omit<FiguresLink, 'expiresAt'>,
  publicUrl: string,
): Promise<string> => {
  await pruneLinks(ports);
  const token = newToken();
  const expiresAt = (await ports.clock()) + lastsMs;
  const groupId = wanted.kind === 'figures' ? wanted.kind : wanted.groupId;
  const index = { groupId, at: expiresAt, nextCheckAt: expiresAt };
  await ports.links.insert(idOf(token), { ...wanted, expiresAt }, index);
  return addressAt(publicUrl, `hent/${token}`);
};

const linkOf = async ({ links, clock }: LinkPorts, token: string): Promise<StoredLink | undefined> => {
  const link = (await links.find(idOf(token)))?.body;
  return link !== undefined && (await clock()) < link.expiresAt ? link : undefined;
};

/** What the page of a link offers. It asks nobody and changes nothing, for programs open links before people do. */
export const openLink = async (
  ports: LinkPorts,
  token: string,
): Promise<Fetched<{ readonly offers: Offer; readonly language: Language }>> => {
  const link = await linkOf(ports, token);
  if (link === undefined) return { kind: 'void' };
  const { language } = link;
  if (link.kind !== 'figures') return { kind: 'given', offers: { kind: 'file', file: link.kind }, language };
  const read = await readFigures(ports, link);
  return read.kind === 'given'
    ? { kind: 'given', offers: { kind: 'figures', figures: read.figures }, language }
    : read;
};

/** The file, made of the meeting as it is now, for a holder who still has the role that it was given for. */
export const fetchFile = async (
  ports: LinkPorts,
  token: string,
): Promise<Fetched<{ readonly file: MeetingFile }>> => {
  const link = await linkOf(ports, token);
  if (link === undefined) return { kind: 'void' };
  if (link.kind === 'figures') return fetchFigures(ports, link);
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
