// The Danish sentences by which a person knows what has happened. Whoever changes a sentence changes it here too.

/** What an answer to a verb says when it was done. */
export const doneWords: Readonly<Record<string, RegExp>> = {
  'agenda.hand-in': /(Punktet|Enkeltsagen) er meldt ind/,
  'agenda.edit': /Punktet er rettet/,
  'agenda.withdraw': /Punktet er trukket tilbage/,
  'agenda.remove-text': /Teksten er fjernet/,
  'agenda.refuse': /Punktet er afvist/,
  'agenda.late': /Det er gemt/,
  'agenda.save-order': /Rækkefølgen er gemt/,
  'agenda.minutes': /Det er gemt/,
  'agenda.add-standing': /Det er gemt/,
  'agenda.drop-standing': /Det faste punkt er fjernet/,
  'agenda.publish': /Dagsordenen er udsendt, og kortet/,
  'agenda.save-outcomes': /Det er gemt/,
  'meeting.save-change': /Mødet er rettet, og kanalen får besked/,
  'meeting.cancel': /Mødet er aflyst, og kanalen får besked/,
  'meeting.skip': /Mødet springes over, og kanalen får besked/,
  'meeting.add-extra': /Det ekstra møde er lagt ind/,
  'meeting.apologise': /Afbuddet er gemt/,
  'meeting.withdraw-apology': /Afbuddet er trukket tilbage/,
  'group.remind': /Du får gruppens påmindelser/,
  'group.remind-not': /Påmind mig her i chatten|Mine grupper/,
  'group.confirm': /er sat op|hører til/,
  'group.save-deputy': /Stedfortræderen er gemt|er nu gruppens stedfortræder/,
  'group.name': /er udpeget og kan nu/,
  'group.unname': /kan ikke længere sætte gruppen op/,
  'group.take-over': /er nu gruppens tovholder/,
};

export const said = {
  unchanged: /Der var ikke noget at rette/,
  waits: /Fristen er udløbet, så punktet venter/,
  calledOff: /aflyst|springes over/,
  changed: /ændret|flyttet|(andet|nyt) sted|(anden|ny) længde/,
  moved: /ændret|flyttet/,
  /** A message in whose place a card is put a moment later. */
  onItsWay: /er på vej/,
  late: /\s*Beskeden kommer senere, end den skulle\.\s*/,
  fault: /gik (noget )?galt|Noget gik/i,
} as const;

/** How a request to a unit is said to be kept, taken, closed and so on; `receipt` comes once the request is kept. */
export const callWords = {
  receipt: /Du har bedt .* om at ringe|Du har bestilt undervisning/,
  known: /allerede en anmodning/,
  taken: /Du har taget den/,
  withdrawn: /Du har trukket din anmodning tilbage/,
  closed: /Anmodningen er lukket/,
  returned: /Anmodningen er givet tilbage/,
  noReport: /ikke en underretning/,
} as const;

/** How a meeting's own card says how it stands with the meeting. */
export const stateWords = {
  planned: 'Mødet er planlagt',
  today: 'Mødet er i dag',
  begun: 'Mødet er begyndt',
  held: 'Mødet er holdt',
  cancelled: 'Mødet er aflyst',
  skipped: 'Mødet springes over',
} as const;

export const months: readonly string[] = [
  ...['januar', 'februar', 'marts', 'april', 'maj', 'juni'],
  ...['juli', 'august', 'september', 'oktober', 'november', 'december'],
];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** `tirsdag 8. september`. */
export const dayWords = (date: string): string =>
  `${weekdays[(noon(date).getUTCDay() + 6) % 7]} ${Number(date.slice(8))}. ${months[Number(date.slice(5, 7)) - 1]}`;

const clockWords = (time: string): string => time.replace(/^0/, '').replace(':', '.');
const plusMinutes = (time: string, minutes: number): string => {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
};

/** `tirsdag 8. september kl. 9.00-11.00`, on one day; nobody meets while the clocks change. */
export const whenWords = (date: string, time: string, lengthMinutes: number): string =>
  `${dayWords(date)} kl. ${clockWords(time)}-${clockWords(plusMinutes(time, lengthMinutes))}`;

/** Every date with its year that is written in words, as `2026-09-08`. */
export const datesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d{1,2})\. (\p{L}+) (\d{4})/gu)].flatMap(([, day = '', month = '', year]) => {
    const at = months.indexOf(month);
    return at < 0 ? [] : [`${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`];
  });
