import { many } from './many';

/** What the bot says of its own accord, and the card that lists it. */
export const daMessages = {
  sent: {
    heading: 'Beskeder, der sendes eller er sendt',
    none: 'Der er ikke sendt noget de sidste to uger, og der venter ikke noget.',
    rest: (lines: number): string => `Der er ${many(lines, 'linje', 'linjer')} mere. Tryk på »Flere«.`,
    ofOne: (when: string): string => `Kun om mødet ${when}.`,
    all: 'Alle gruppens beskeder',
    later: 'Flere',
    states: {
      planned: 'venter',
      leased: 'sendes nu',
      sent: 'sendt',
      unknown: 'ukendt, om den kom frem',
      failed: 'kunne ikke sendes',
      obsolete: 'blev ikke sendt, fordi den ikke længere var aktuel',
    },
    line: (what: string, when: string, state: string): string => `**${what}**, ${when}: ${state}`,
    ofMeeting: (day: string, when: string): string => `mødet ${day}, ${when}`,
    privately: (what: string, people: number): string =>
      `${what}, privat til ${many(people, 'person', 'personer')}`,
    kinds: {
      'meeting-card': 'Mødets kort',
      'change-notice': 'Besked om ændring',
      deadline: 'Fristen',
      'agenda-card': 'Dagsordenens kort',
      'show-meeting': 'Mødets kort, vist igen',
      'show-agenda': 'Dagsordenens kort, vist igen',
      'ask-coordinator': 'Spørgsmål til tovholderen',
      'ask-publish': 'Spørgsmål til tovholderen',
      'ask-unpublished': 'Spørgsmål til tovholderen',
      'ask-outcomes': 'Spørgsmål til tovholderen',
      'ask-waiting': 'Spørgsmål til tovholderen',
      'new-guest': 'Besked om en ny gæst',
      'channel-gone': 'Besked om, at kanalen er væk',
      'taken-over': 'Besked til den tidligere tovholder',
      'moved-here': 'Besked om den nye kanal',
      'moved-away': 'Besked i den gamle kanal',
      dissolved: 'Besked om, at gruppen er nedlagt',
      'dissolved-privately': 'Besked om, at gruppen er nedlagt',
      'items-dropped': 'Besked til et punkts forfatter',
      'coordinators-gone': 'Besked til administratoren',
      'item-refused': 'Svar til et punkts forfatter',
      'item-taken': 'Svar til et punkts forfatter',
      'item-postponed': 'Svar til et punkts forfatter',
      other: 'Besked',
    },
  },

  posted: {
    placeholder: {
      meeting: (group: string): string =>
        `Et kort om et møde i ${group} er på vej. Kommer det ikke, så skriv »@Vejviser møder« her i kanalen.`,
      agenda: (group: string): string =>
        `En dagsorden for ${group} er på vej. Kommer den ikke, så skriv »@Vejviser dagsorden« her i kanalen.`,
    },
    outlivedHeading: 'Se det nyeste kort',
    outlived: {
      meeting: 'Mødets kort er sendt igen i en nyere besked her i kanalen.',
      agenda: 'Dagsordenens kort er sendt igen i en nyere besked her i kanalen.',
    },
    erased: 'Vejviser har slettet dagsorden og afbud. Selve mødet slettes 90 dage senere.',
  },

  left: {
    movedHere: (group: string): string =>
      `${group} mødes nu her i kanalen. Skriv »@Vejviser møder« for at se de næste møder.`,
    movedAway: (group: string): string =>
      `${group} mødes ikke længere her i kanalen. Er du i tvivl om, hvor gruppen mødes nu, så spørg tovholderen.`,
    movedHeading: 'Gruppen mødes i en anden kanal',
    moved: 'Kortet her bliver ikke opdateret længere. Spørg tovholderen, hvor gruppen mødes nu.',
    dissolved: (group: string): string =>
      `${group} er nedlagt i Vejviser. Møder, der ikke er holdt, er aflyst, og der kommer ikke flere påmindelser.`,
    itemsDropped: (group: string): string =>
      `${group} er nedlagt i Vejviser. De punkter, du havde meldt ind, og som ikke var behandlet, er slettet.`,
    dissolvedHeading: 'Gruppen er nedlagt i Vejviser',
    dissolvedCard: 'Møde, dagsorden og afbud er slettet.',
    back: 'Kortet her gælder ikke længere. Skriv »@Vejviser møder« her i kanalen for at se, hvordan det står til.',
  },

  reminders: {
    heading: {
      'call-for-items': 'Har du et punkt til næste møde?',
      'deadline-near': 'Fristen for punkter nærmer sig',
      'deadline-passed': 'Fristen for punkter er udløbet',
      'agenda-published': 'Dagsordenen er klar',
      'day-before': 'Husk mødet',
      'same-morning': 'I dag er der møde',
    },
    asked: {
      deadline: (when: string): string => `Meld det ind senest ${when}.`,
      count: (count: number): string =>
        count === 0
          ? 'Der er ikke meldt punkter ind.'
          : `Der er meldt ${many(count, 'punkt', 'punkter')} ind.`,
      apology: 'Kan du ikke komme, så meld afbud nu.',
    },
    late: 'Beskeden kommer senere, end den skulle.',
    notice: {
      extra: (group: string, when: string): string => `Der er kommet et ekstra møde i ${group}: ${when}.`,
      'on-again': (group: string, when: string): string => `Mødet i ${group} ${when} bliver holdt alligevel.`,
      moved: (group: string, from: string, to: string): string =>
        `Mødet i ${group} er flyttet fra ${from} til ${to}.`,
      newPlace: 'Det har også fået et nyt sted.',
      changed: (
        group: string,
        when: string,
        { hasNewPlace, hasNewLength }: { readonly hasNewPlace: boolean; readonly hasNewLength: boolean },
      ): string => {
        if (!hasNewLength) return `Mødet i ${group} ${when} har fået et nyt sted.`;
        const place = hasNewPlace ? ' og har fået et nyt sted' : '';
        return `Mødet i ${group} har fået en ny længde. Det er nu ${when}${place}.`;
      },
      apologise: 'Kan du ikke komme på det nye tidspunkt, så meld afbud igen.',
      seeCard: 'Se mødets kort.',
      write: 'Skriv »@Vejviser møder« i kanalen for at se det.',
      cancelled: (group: string, when: string): string => `Mødet i ${group} ${when} er aflyst.`,
      skipped: (group: string, when: string): string => `Mødet i ${group} ${when} springes over.`,
    },
    seriesEnds: (group: string, day: string): string =>
      `Planen for ${group} slutter ${day}. Skriv **@Vejviser opsæt** i gruppens kanal og læg nye møder.`,
    holidayAsk: (group: string, day: string, name: string): string =>
      `${group} skulle mødes ${day}, men ${name === '' ? 'dagen ligger i skolernes ferie' : `det er en fridag (${name})`}. Vælg en anden dag: skriv **@Vejviser opsæt** i kanalen og vælg »Tilføj et ekstra møde«.`,
    asks: {
      'ask-publish': {
        heading: 'Dagsordenen er ikke udsendt',
        words: (group: string, when: string, count: number): string =>
          `Der er ${many(count, 'punkt', 'punkter')} til mødet i ${group} ${when}, men dagsordenen er ikke udsendt. Gør den klar, så gruppen kan se den inden mødet.`,
      },
      'ask-unpublished': {
        heading: 'Hvad blev der aftalt?',
        words: (group: string, when: string, count: number, until: string): string =>
          `Dagsordenen til mødet i ${group} ${when} blev ikke udsendt. Skriv, hvad der blev aftalt om ${many(count, 'punkt', 'punkter')}. Det, du ikke har noteret noget om inden ${until}, kommer på næste mødes dagsorden.`,
      },
      'ask-outcomes': {
        heading: 'Hvad blev der aftalt?',
        words: (group: string, when: string): string =>
          `Der er ikke noteret noget fra mødet i ${group} ${when}. Skriv, hvad der blev aftalt, og hvad der skal på næste møde. Vejviser spørger kun denne ene gang.`,
      },
      'ask-waiting': {
        heading: 'Punkter venter på et møde',
        words: (group: string, when: string, count: number, erased: string): string =>
          `${many(count, 'punkt', 'punkter')} fra mødet i ${group} ${when} venter på et nyt møde, men der er ikke planlagt noget. Læg et møde, så kommer ${count === 1 ? 'det' : 'de'} med. Ellers slettes ${count === 1 ? 'det' : 'de'} ${erased}.`,
      },
    },
    fileHeading: 'Gem dagsordenen, før den slettes',
    file: (group: string, when: string, erased: string): string =>
      `Dagsorden, beslutninger og afbud fra mødet i ${group} ${when} slettes ${erased}. Skal noget journaliseres, så åbn dagsordenen og hent dokumentet inden da.`,
    mailHeading: 'Teksten til en mail',
    mailLead:
      'Til dem, der ikke er i Teams. Åbn teksten som en mail, eller kopiér den. Punkterne selv er ikke med.',
  },
};

export type MessagesText = typeof daMessages;
