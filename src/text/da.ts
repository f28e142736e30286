import { daQuestions } from './da-questions';

const unread =
  'Ingen læser, hvad du skriver her, og det er ikke sendt til nogen. **Du har ikke underrettet.**';
const nobodyReads = `${unread} Nævner din besked nogen, så slet den.`;
const findVejviser = 'Find Vejviser under Apps i Teams og skriv »hej« dér.';
const privateChat = (url: string | undefined): string =>
  url === undefined ? findVejviser : `[Åbn din private chat med Vejviser](${url}).`;

const channelHelp = 'Skriv **@Vejviser hjælp** for at se, hvad du kan i kanalen.';
const deleteIt = 'Slet den: hold fingeren på beskeden, eller peg på den og vælg Slet.';

export const da = {
  summary: 'Et kort fra Vejviser',
  notDrawn: 'Kortet kan ikke vises her. Åbn chatten i en nyere version af Teams eller på en computer.',
  fault: (reference: string): string =>
    `Det gik galt hos Vejviser, og det er ikke din skyld. Prøv igen om lidt. Bliver det ved, så sig koden ${reference} til jeres it-support. Er der fare lige nu, så ring 112.`,
  purpose: 'Vejviser viser, hvem du skal kontakte, når du er bekymret for radikalisering eller ekstremisme.',
  shared: (url: string | undefined): string =>
    `Her læser andre med. Er du bekymret for nogen, svarer Vejviser kun i den private chat. ${privateChat(url)} ${channelHelp}`,
  sharedUrgent: (numbers: readonly string[], url: string | undefined): string =>
    `Er der fare lige nu, så ring 112. Ellers ring ${numbers.join(' eller ')}. Her læser andre med, så Vejviser svarer kun i den private chat. ${privateChat(url)}`,
  sharedWords: (url: string | undefined): string =>
    `Her læser andre med. Er du bekymret for nogen, svarer Vejviser kun i den private chat; slet din besked, hvis den nævner nogen. ${privateChat(url)} ${channelHelp}`,
  sharedMisspelt: (word: string): string => `Mente du »${word}«? Skriv **@Vejviser ${word}**. ${channelHelp}`,
  sharedCpr: (url: string | undefined): string =>
    `Din besked ligner noget med et CPR-nummer, og her læser andre med. Slet beskeden og sig det til kommunens databeskyttelsesrådgiver. ${privateChat(url)}`,

  notices: {
    'nobody-reads': `${nobodyReads} Svar med knapperne herunder.`,
    'not-understood': `Det forstod Vejviser ikke. ${nobodyReads} Vælg herunder, hvad du vil.`,
    cpr: `Din besked ligner noget med et CPR-nummer. ${deleteIt} ${unread} Svar med knapperne herunder.`,
    person: `Din besked ser ud til at nævne en person. ${deleteIt} ${unread} Svar med knapperne herunder.`,
    misspelt: 'Det ord kender Vejviser ikke. Ingen læser, hvad du skriver her.',
    stale: 'Den knap hører til et ældre kort. Vælg herunder for at komme videre.',
  },

  buttons: {
    back: 'Tilbage',
    menu: 'Menu',
    startAgain: 'Start forfra',
    otherLanguage: 'In English',
    change: 'Ret',
    changeWhat: (what: string): string => `Ret svaret på: ${what}`,
    asText: 'Vis som tekst',
    clear: 'Ryd kortet',
    openForm: 'Åbn skemaet',
    talkItOver: (unit: string): string => `Vend det med ${unit}`,
    certainPerson: 'Ja, en bestemt person',
    urgent: 'Det haster',
  },

  danger: {
    band: 'Fare lige nu? Ring først.',
    after: 'Svar herunder, når du har ringet. Så ser du, hvem der ellers skal vide det.',
  },

  result: {
    first: 'Gør det her først',
    notFromPlan: 'ikke fra planen',
    nationalNumber: 'nationalt nummer, ikke fra planen',
    confirmed: (date: string): string => `Kontakterne er bekræftet af kommunen ${date}.`,
    unconfirmed: 'Kontakterne er ikke bekræftet endnu.',
    unconfirmedOnly: (names: string): string => `Ikke bekræftet af kommunen endnu: ${names}.`,
    mailHint: 'Send sikkert, uden navn i emnet (ikke fra planen)',
    sendSafely: 'Send sikkert',
    prepare: (items: string): string => `**Hav klar:** ${items} (ikke fra planen)`,
    formPlaces: (form: string): string => `${form} finder du her:`,
    formOrCall: (unit: string, number: string): string =>
      `Kan du ikke komme til skemaet nu? Ring **${number}** (${unit})`,
    notReported: 'Du har ikke underrettet endnu.',
    ownDuty: 'Pligten er din egen: Vejviser kan ikke underrette for dig.',
    notices: 'Godt at vide',
    next: 'Det sker der bagefter',
    answers: 'Se og ret dine svar',
    unsaid: 'Det siger handleplanen ikke',
    sources: 'Hvor står det?',
    nowhere: 'Det står ikke i handleplanen',
    markMeans: 'Linjer med det mærke står ikke i handleplanen: her er valgt den sikre vej.',
    stored: 'Vejviser gemmer ingen svar',
    storedText:
      'Vejviser gemmer ingen svar. Kortet bliver i din Teams-chat, hvor kommunens regler gælder. Du kan selv rydde det.',
    toggle: (section: string): string => `Vis eller skjul: ${section}`,
    telephone: 'Telefon',
    mail: 'Mail',
    source: (section: string): string => `Kilde: ${section}`,
    duty: 'Pligten',
    step: (number: number): string => `Trin ${number}`,
    textHeading: 'Svaret som tekst',
    textLead: 'Markér teksten og kopiér den eller skriv den ud. Teksten indeholder intet om personen.',
  },

  availability: {
    openUntil: (time: string): string => `Åbent nu, til kl. ${time}.`,
    closed: 'Lukket lige nu.',
    closedUntil: (day: string, time: string): string => `Lukket lige nu. Åbner ${day} kl. ${time}.`,
    probablyNobody: (because: string): string => `${because}: måske svarer ingen.`,
    weekend: 'Det er weekend',
    'early-or-late': 'Klokken er før 8 eller efter 16',
    dayOff: (name: string): string => `Det er ${name}`,
  },

  signs: {
    heading: 'Tegn, der kan give anledning til bekymring',
    question: 'Tænker du på en bestemt person?',
    questionText: (unit: string): string =>
      `Tegnene er noget at tænke ud fra; de afgør ikke noget om en person. Du kan også vende det med ${unit}.`,
  },

  whoIsWho: {
    heading: 'Hvem er hvem',
    lead: 'Dem, du kan møde, når det handler om radikalisering og ekstremisme.',
  },

  menu: {
    heading: 'Hvad vil du?',
    lead: 'Vejviser hjælper dig med en bekymring, med møder og med dagsordener.',
    meant: (word: string): string => `Mente du »${word}«?`,
    concern: {
      title: 'Jeg er bekymret',
      meaning: 'Om radikalisering eller ekstremisme: hvem du skal kontakte, og hvilken pligt du har.',
    },
    signs: { title: 'Tegn', meaning: 'Hvad kan give anledning til bekymring?' },
    whoIsWho: { title: 'Hvem er hvem', meaning: 'Enheder, møder og numre.' },
    meetings: { title: 'Møder', meaning: 'Dine gruppers næste møder: afbud, kalender og påmindelser.' },
    agendas: { title: 'Dagsordener', meaning: 'Læs dine gruppers dagsordener og meld et punkt ind.' },
    help: { title: 'Hjælp', meaning: 'Hvad Vejviser kan og ikke kan.' },
  },

  help: {
    heading: 'Hjælp til Vejviser',
    lead: (municipality: string, plan: string): string =>
      `Vejviser er for ansatte i ${municipality}. Svarene om en bekymring bygger på »${plan}«.`,
    can: {
      title: 'Det kan Vejviser',
      lines: [
        'Bekymring: stille dig højst fire spørgsmål og vise, hvem du skal kontakte, og hvilken pligt du har. Vise tegn, du kan tænke med, og hvem der er hvem.',
        'Møder: vise dine gruppers møder, tage imod afbud, lægge dem i din kalender og minde dig om dem.',
        'Dagsordener: tage imod punkter til næste møde og vise dagsordenen.',
      ],
    },
    cannot: {
      title: 'Det kan Vejviser ikke',
      lines: [
        'Underrette for dig. Pligten er din egen.',
        'Svare på det, du skriver om en bekymring: ingen læser det. Svar med knapperne og skriv ikke navne eller CPR-numre.',
        'Vurdere en person. Det gør fagfolk.',
      ],
    },
    words: {
      title: 'Ord, du kan skrive',
      lines: [
        'Her i den private chat: hej, bekymring, tegn, hvem er hvem, møder, kalender, dagsorden, mine grupper, hjælp',
        'I gruppens kanal: @Vejviser møder, @Vejviser dagsorden, @Vejviser hjælp. Tovholderen: @Vejviser opsæt',
      ],
    },
    groups: 'Det kan du i dine grupper',
    stored: {
      title: 'Det gemmer Vejviser',
      lines: [
        'Om en bekymring: ingen svar og ingen beskeder. Kortene ligger i din Teams-chat, hvor kommunens regler gælder, og du kan selv rydde dem.',
        'Om grupper: planen, møderne, afbud og punkterne på dagsordenen. Afbud, punkter og beslutninger slettes en tid efter mødet.',
      ],
    },
  },

  stopped: {
    heading: 'Ring i stedet',
    lead: 'Kommunen har sat Vejviser på pause, så den svarer ikke på spørgsmål nu. Handleplanen gælder, og din pligt er den samme. Her er numrene.',
  },

  cleared: { heading: 'Kortet er ryddet', lead: 'Svarene er væk fra kortet. Vejviser har ikke gemt dem.' },

  ...daQuestions,
};
