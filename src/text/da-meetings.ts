import { daSetUp } from './da-set-up';
import { many } from './many';

/** Every sentence of the cards about groups and their meetings. */
export const daMeetings = {
  summary: 'Et kort om møder fra Vejviser',
  neutralName: 'Møde',
  notDrawn: 'Kortet kan ikke vises her. Åbn chatten i en nyere version af Teams eller på en computer.',
  place: 'Sted: ',
  team: 'Team: ',
  and: 'og',
  weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  when: (day: string, from: string, to: string): string => `${day} kl. ${from}-${to}`,

  buttons: {
    noPerson: 'Det er et sted, ikke en person',
    unname: 'Fjern som tovholder',
    next: 'Næste møder',
    myGroups: 'Mine grupper',
    showMeeting: 'Vis mødet',
    apology: 'Meld afbud',
    handIn: 'Meld et punkt ind',
    more: 'Mere',
    back: 'Tilbage',
    save: 'Gem',
    change: 'Ret eller flyt mødet',
    cancel: 'Aflys mødet',
    skip: 'Spring mødet over',
    yesCancel: 'Ja, aflys det',
    yesSkip: 'Ja, spring det over',
    extra: 'Tilføj et ekstra møde',
    sent: 'Beskeder',
    mail: 'Teksten til en mail',
    withdraw: 'Træk afbuddet tilbage',
    sendApology: 'Send afbuddet',
    preview: 'Vis de kommende møder',
    confirm: 'Ja, sæt gruppen op',
    confirmAgain: 'Ja, brug den nye plan',
    edit: 'Ret',
    editPlan: 'Ret påmindelserne',
    setUp: 'Sæt gruppen op',
    newPlan: 'Lav en ny plan for møderne',
    name: 'Udpeg tovholder',
    deputy: 'Vælg stedfortræder',
    takeOver: 'Overtag som tovholder',
    agenda: 'Dagsorden',
  },

  refused: 'Det kunne ikke lade sig gøre',
  refusals: {
    'unknown-roster':
      'Teams svarer ikke på, hvem der er med i kanalen, så Vejviser gør ikke noget endnu. Prøv igen om lidt.',
    outsider: 'Det kan kun de, der er med i gruppens kanal.',
    'not-allowed': 'Det kan kun gruppens tovholder og stedfortræder.',
    'not-named':
      'Du kan ikke sætte en gruppe op endnu. Det kan kun de, som kommunens administrator har udpeget her i kanalen.',
    'no-administrators':
      'Ingen kan sætte en gruppe op endnu, fordi kommunen ikke har valgt en administrator for Vejviser. Det gør kommunens IT-afdeling.',
    'administrators-only': 'Det kan kun kommunens administrator.',
    'enough-named': 'Der er allerede udpeget 20. Fjern en af dem først.',
    'not-in-channel':
      'Skriv **@Vejviser opsæt** i gruppens egen kanal. Den private chat hører ikke til en gruppe.',
    'no-group-here':
      'Kanalen er ikke sat op til en gruppe. Tovholderen skriver **@Vejviser opsæt** her i kanalen.',
    'unknown-group': 'Den gruppe kender Vejviser ikke. Vælg en af grupperne herunder.',
    'channel-taken': 'Kanalen hører allerede til en anden gruppe. En kanal kan kun have én gruppe.',
    'group-taken': 'Gruppen holder allerede til i en anden kanal. En gruppe kan kun have én kanal.',
    'changed-meanwhile': 'Der er ændret noget, siden du åbnede kortet. Sådan ser det ud nu. Vil du stadig?',
    moved: (when: string): string =>
      `Mødet er ændret, siden du åbnede kortet. Det er nu ${when}. Passer det stadig?`,
    'no-such-meeting': 'Det møde findes ikke længere. Her er de næste.',
    over: 'Mødet er holdt, så det kan ikke længere ændres.',
    'already-cancelled': 'Mødet er allerede aflyst.',
    'already-skipped': 'Mødet er allerede sprunget over.',
    past: 'Tidspunktet er passeret. Vælg et senere.',
    'minutes-out-of-range': 'Et møde varer mellem 15 minutter og 8 timer.',
    'no-place': 'Skriv, hvor mødet er.',
    'same-function': 'En funktion kan ikke være sin egen afløser.',
    'no-apology': 'Der er ikke meldt afbud for den funktion.',
    'not-yours':
      'Det afbud har en anden meldt. Kun den, der meldte det, eller tovholderen kan trække det tilbage.',
    'unknown-function': 'Den funktion hører ikke til gruppen.',
    'odd-card': 'Kortet er for gammelt eller ufuldstændigt. Start forfra herunder.',
    impossible: 'Det kan ikke lade sig gøre med mødet, som det er nu.',
  },

  faults: {
    missing: 'Udfyld feltet.',
    'not-a-date': 'Skriv en dato, fx 12-01-2027.',
    'not-a-time': 'Skriv et klokkeslæt, fx 9.00.',
    past: 'Datoen er passeret. Vælg en senere dag.',
    'end-before-start': 'Den sidste dag ligger før den første.',
    'too-far': 'Vælg en dag inden for de næste to år.',
    'every-out-of-range': 'Vælg et helt tal fra 1 til 12.',
    'minutes-out-of-range': 'Et møde varer mellem 15 minutter og 8 timer. Skriv tallet i minutter, fx 120.',
    'too-long': 'Teksten er for lang. Skriv højst 120 tegn.',
    cpr: 'Det ligner et CPR-nummer. Skriv det ikke her.',
    person: 'Det ligner en person. Skriv kun stedet.',
    'deadline-after-meeting':
      'Fristen ligger efter mødet. Vælg et tidligere klokkeslæt eller flere dage før.',
    'call-after-deadline': 'Da er fristen for punkter passeret. Vælg flere dage før, eller send den ikke.',
    'hours-reversed': 'Det sidste klokkeslæt ligger før det første.',
    'after-the-start': 'Klokkeslættet ligger efter, at mødet er begyndt. Vælg et tidligere.',
    'outside-hours': 'Klokkeslættet ligger uden for de timer, hvor der må sendes.',
    'no-dates': 'Den plan giver ingen møder. Ret dagene.',
    unknown: 'Vælg en af mulighederne.',
    'same-function': 'En funktion kan ikke være sin egen afløser.',
  },

  ...daSetUp,

  kinds: {
    'call-for-items': 'Bed om punkter',
    'deadline-near': 'Fristen nærmer sig',
    'deadline-passed': 'Fristen er udløbet',
    'agenda-published': 'Dagsordenen er klar',
    'day-before': 'Dagen før',
    'same-morning': 'Samme morgen',
  },

  meeting: {
    states: {
      planned: 'Mødet er planlagt',
      today: 'Mødet er i dag',
      begun: 'Mødet er begyndt',
      held: 'Mødet er holdt',
      cancelled: 'Mødet er aflyst',
      skipped: 'Mødet springes over',
    },
    askItems: (deadline: string): string => `Har du et punkt? Fristen er ${deadline}.`,
    askedClosed: 'Fristen for punkter er udløbet.',
    changed: 'Mødet er ændret. Kan du ikke komme på det nye tidspunkt, så meld afbud igen.',
    functions: 'Fremmøde',
    coming: 'Ingen afbud endnu.',
    notComing: 'har meldt afbud',
    substitute: (name: string): string => `har meldt afbud, ${name} kommer i stedet`,
    moreHeading: 'Hvad vil du?',
    asCoordinator: 'Som tovholder',
  },

  apology: {
    heading: 'Meld afbud',
    functionId: 'Hvilken funktion kommer ikke?',
    substituteId: 'Kommer en anden funktion i stedet?',
    nobody: 'Nej, ingen',
    onBehalf: 'Du er tovholder og kan også melde afbud for en funktion, der ikke er i Teams.',
    saved: 'Afbuddet er gemt, og tovholderen kan se det.',
    withdrawn: 'Afbuddet er trukket tilbage.',
  },

  change: {
    heading: 'Ret eller flyt mødet',
    lead: 'Alle i kanalen får besked. Afbud skal meldes igen, hvis tiden ændres.',
    date: 'Dato',
    saved: 'Mødet er rettet, og kanalen får besked.',
    unchanged: 'Der var ikke noget at rette.',
    cancelHeading: 'Skal mødet aflyses?',
    skipHeading: 'Skal mødet springes over?',
    sure: 'Alle i kanalen får besked, og påmindelserne stopper. Punkterne flyttes til det næste møde, der holdes. Det kan ikke fortrydes.',
    cancelled: 'Mødet er aflyst, og kanalen får besked.',
    skipped: 'Mødet springes over, og kanalen får besked.',
    extraHeading: 'Et ekstra møde',
    extraLead: 'Det lægges oven i gruppens plan.',
    extraSaved: 'Det ekstra møde er lagt ind.',
    warned: {
      heading: 'Skal mødet ligge dér?',
      nothingYet: 'Der er ikke ændret noget endnu, og ingen har fået besked.',
      weekend: (weekday: string): string => `Det er en ${weekday}.`,
      holiday: (name: string | undefined): string => `Det er en fridag${name ? ` (${name})` : ''}.`,
      schoolHoliday: 'Det er i skolernes ferie.',
      clash: (group: string): string => `${group} mødes samtidig.`,
      yes: 'Ja, brug tidspunktet',
    },
  },

  groups: {
    heading: 'Mine grupper',
    none: 'Du er ikke med i nogen gruppes kanal, som Vejviser kender.',
    unknown: 'Teams svarer ikke for alle kanaler lige nu, så listen kan mangle noget.',
    nextHeading: 'Næste møder',
    more: 'Der er flere møder længere ude.',
    noMeetings: 'Der er ingen kommende møder.',
    remind: 'Påmind mig her i chatten',
    remindNot: 'Ingen påmindelser her i chatten',
    isReminded: 'Du får gruppens påmindelser her i chatten.',
    coordinator: 'Du er tovholder.',
    deputy: 'Du er stedfortræder.',
  },

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
      unknown: 'det vides ikke, om den kom frem',
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
      'show-meeting': 'Mødets kort, vist på ny',
      'show-agenda': 'Dagsordenens kort, vist på ny',
      'ask-coordinator': 'Spørgsmål til tovholderen',
      'ask-publish': 'Spørgsmål til tovholderen',
      'ask-unpublished': 'Spørgsmål til tovholderen',
      'ask-outcomes': 'Spørgsmål til tovholderen',
      'ask-waiting': 'Spørgsmål til tovholderen',
      'new-guest': 'Besked om en ny gæst',
      'channel-gone': 'Besked om, at kanalen er væk',
      'taken-over': 'Besked til den tidligere tovholder',
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
          `Dagsordenen til mødet i ${group} ${when} blev ikke udsendt. Skriv, hvad der blev aftalt om ${many(count, 'punkt', 'punkter')}. Det, du ikke har noteret noget om ${until}, kommer på næste mødes dagsorden.`,
      },
      'ask-outcomes': {
        heading: 'Hvad blev der aftalt?',
        words: (group: string, when: string): string =>
          `Der er ikke noteret noget fra mødet i ${group} ${when}. Skriv, hvad der blev aftalt, og hvad der skal på næste møde. Vejviser spørger kun denne ene gang.`,
      },
      'ask-waiting': {
        heading: 'Punkter venter på et møde',
        words: (group: string, when: string, count: number, erased: string): string =>
          `${many(count, 'punkt', 'punkter')} fra mødet i ${group} ${when} venter på et nyt møde, men der er ikke planlagt noget. Læg et møde, så kommer de med. Ellers slettes de ${erased}.`,
      },
    },
    fileHeading: 'Gem dagsordenen, før den slettes',
    file: (group: string, when: string, erased: string): string =>
      `Dagsorden, beslutninger og afbud fra mødet i ${group} ${when} slettes ${erased}. Skal noget journaliseres, så åbn dagsordenen og hent dokumentet inden da.`,
    mailHeading: 'Teksten til en mail',
    mailLead: 'Til dem, der ikke er i Teams. Kopiér teksten. Punkterne selv er ikke med.',
  },
};

export type MeetingText = typeof daMeetings;
