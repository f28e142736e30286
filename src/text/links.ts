import type { Language } from '../municipality/schema';

const da = {
  buttons: {
    calendar: 'Kalender',
    issue: 'Få en adresse',
    sure: 'Ja, giv mig en adresse',
    renew: 'Få en ny adresse',
    stop: 'Slå kalenderen fra',
    file: 'Læg mødet i din kalender',
    openFile: 'Åbn siden med filen',
  },

  feed: {
    heading: (group: string): string => `Kalender: ${group}`,
    lead: 'Du kan få en adresse, som din kalender selv henter møderne fra.',
    shows: 'Den viser tid, sted og gruppens navn, aldrig punkter eller afbud.',
    careful:
      'Andre kan tit se med i en kalender. Derfor er den slået fra for denne gruppe, indtil du siger ja. Kalenderen viser kun »Møde«, tid og sted.',
    reach: (day: string): string => `Kalenderen rækker til og med ${day}. Der slutter gruppens plan.`,
    has: (day: string): string =>
      `Du fik en adresse ${day}. Den kan ikke vises igen. Får du en ny, virker den gamle ikke længere.`,
    given: 'Kopiér adressen nu. Den kan ikke vises igen.',
    address: 'Din adresse',
    how: 'I Outlook: vælg »Tilføj kalender« og »Abonner fra internettet« og sæt adressen ind.',
    secret:
      'Giv den ikke til andre: den, der har adressen, kan se møderne. Den virker, så længe du er med i gruppens kanal.',
    stopped: 'Kalenderen er slået fra, og adressen virker ikke længere.',
    shared: 'Kalenderen gives kun i den private chat. Skriv »mine grupper« til Vejviser dér.',
    none: 'Vejviser er ikke sat op med en netadresse, så der er ingen kalender at hente.',
  },

  file: {
    heading: 'Mødet til en kalender',
    lead: 'Linket gælder i ti minutter. På siden trykker du på en knap.',
    shared: 'Filen gives kun i den private chat. Skriv »møder« til Vejviser dér.',
    none: 'Vejviser er ikke sat op med en netadresse, så der er ingen fil at hente.',
    names: { agenda: 'dagsorden', meeting: 'moede' },
  },

  mail: {
    open: 'Åbn som mail',
    subject: 'Emne: ',
    about: (heading: string, group: string, when: string): string =>
      `${heading}${heading.endsWith('?') ? '' : ':'} ${group}, ${when}`,
    greeting: 'Hej',
    says: {
      'call-for-items': (deadline: string): string => `Har du et punkt til mødet? Fristen er ${deadline}.`,
      'deadline-near': (deadline: string): string => `Fristen for punkter nærmer sig. Den er ${deadline}.`,
      'deadline-passed': (count: string): string => `Fristen for punkter er udløbet. ${count}`,
      'agenda-published': 'Dagsordenen er klar.',
      'day-before': 'Husk mødet.',
      'same-morning': 'I dag er der møde.',
    },
    meets: (group: string, when: string): string => `${group} mødes ${when}.`,
    reply: 'Har du et punkt, eller kan du ikke komme, så svar på denne mail.',
    cannotCome: 'Kan du ikke komme, så svar på denne mail.',
    noNames: 'Skriv ingen navne eller personoplysninger.',
    nothing: 'Der er ikke længere noget at skrive om mødet.',
  },

  page: {
    heading: { agenda: 'Dagsordenen som Word-dokument', meeting: 'Mødet til en kalender' },
    lead: 'Tryk på knappen, så hentes filen til din computer eller telefon.',
    button: { agenda: 'Hent dokumentet', meeting: 'Hent filen' },
    foot: 'Linket gælder i ti minutter, fra du bad om det.',
    void: {
      heading: 'Linket virker ikke',
      lead: 'Det er forkert, for gammelt eller slået fra. Bed om et nyt hos Vejviser i Teams.',
    },
    later: {
      heading: 'Vejviser kan ikke svare lige nu',
      lead: 'Prøv igen om lidt.',
    },
  },
};

/** Every word about calendars, files to fetch and the page that they are fetched from. */
export type LinkTexts = typeof da;

const en: LinkTexts = {
  buttons: {
    calendar: 'Calendar',
    issue: 'Give me an address',
    sure: 'Yes, give me an address',
    renew: 'Give me a new address',
    stop: 'Turn the calendar off',
    file: 'Get the meeting for a calendar',
    openFile: 'Open the page with the file',
  },

  feed: {
    heading: (group) => `Calendar: ${group}`,
    lead: 'You can have an address from which your calendar fetches the meetings by itself.',
    shows: 'It shows time, place and the group’s name, never items or apologies.',
    careful:
      'Others can often look into a calendar. So it is off for this group until you say yes. It says only “Meeting”, time and place.',
    reach: (day) => `The calendar reaches to ${day}. The group’s plan ends then.`,
    has: (day) =>
      `You were given an address on ${day}. It can’t be shown again. When you get a new one, the old one stops working.`,
    given: 'Copy the address now. It can’t be shown again.',
    address: 'Your address',
    how: 'In Outlook: choose “Add calendar” and “Subscribe from web”, and paste the address.',
    secret:
      'Don’t give it to others: whoever has the address can see the meetings. It works for as long as you are in the group’s channel.',
    stopped: 'The calendar is off, and the address no longer works.',
    shared: 'The calendar is only given in the private chat. Write “my groups” to Vejviser there.',
    none: 'Vejviser has no address on the net here, so there is no calendar to get.',
  },

  file: {
    heading: 'The meeting for a calendar',
    lead: 'The link works for ten minutes. On the page you press a button.',
    shared: 'The file is only given in the private chat. Write “meetings” to Vejviser there.',
    none: 'Vejviser has no address on the net here, so there is no file to get.',
    names: { agenda: 'agenda', meeting: 'meeting' },
  },

  mail: {
    open: 'Open as an email',
    subject: 'Subject: ',
    about: (heading, group, when) => `${heading}${heading.endsWith('?') ? '' : ':'} ${group}, ${when}`,
    greeting: 'Hello',
    says: {
      'call-for-items': (deadline) => `Do you have an item for the meeting? The deadline is ${deadline}.`,
      'deadline-near': (deadline) => `The deadline for items is near. It is ${deadline}.`,
      'deadline-passed': (count) => `The deadline for items has passed. ${count}`,
      'agenda-published': 'The agenda is ready.',
      'day-before': 'Remember the meeting.',
      'same-morning': 'There is a meeting today.',
    },
    meets: (group, when) => `${group} meets ${when}.`,
    reply: 'If you have an item, or can’t come, answer this mail.',
    cannotCome: 'If you can’t come, answer this mail.',
    noNames: 'Don’t write names or personal data.',
    nothing: 'There is nothing more to write about the meeting.',
  },

  page: {
    heading: { agenda: 'The agenda as a Word document', meeting: 'The meeting for a calendar' },
    lead: 'Press the button, and the file comes to your computer or telephone.',
    button: { agenda: 'Get the document', meeting: 'Get the file' },
    foot: 'The link works for ten minutes from when you asked for it.',
    void: {
      heading: 'The link doesn’t work',
      lead: 'It is wrong, too old or turned off. Ask Vejviser in Teams for a new one.',
    },
    later: {
      heading: 'Vejviser can’t answer right now',
      lead: 'Try again in a moment.',
    },
  },
};

export const linkTexts: Readonly<Record<Language, LinkTexts>> = { da, en };
