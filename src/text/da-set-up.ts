import { many } from './many';
/** What the cards say that set a group up, and name its people. */
export const daSetUp = {
  setUp: {
    heading: 'Hvilken gruppe er kanalen til?',
    lead: 'En kanal har én gruppe, og en gruppe har én kanal.',
    nothingFree: 'Alle grupper har allerede en kanal.',
    nothingFreeHere: 'Grupperne på denne side har allerede en kanal.',
    formHeading: (group: string): string => `Hvornår mødes ${group}?`,
    formLead: 'Bagefter ser du datoerne, før noget bliver sat i gang. Alle felter skal udfyldes.',
    ruleKind: 'Hvor tit?',
    weekly: 'Hver uge eller hver anden, tredje … uge',
    monthly: 'En bestemt ugedag i måneden',
    weekday: 'Ugedag',
    every: 'Interval (2 = hver anden)',
    nth: 'Hvilken i måneden? (kun ved møder hver måned)',
    nths: {
      '1': 'Den første',
      '2': 'Den anden',
      '3': 'Den tredje',
      '4': 'Den fjerde',
      '5': 'Den femte',
      '-1': 'Den sidste',
    },
    startsOn: 'Første dag',
    endsOn: 'Sidste dag',
    time: 'Klokken',
    lengthMinutes: 'Hvor mange minutter?',
    place: 'Sted',
    onHoliday: 'Når mødet falder på en fridag',
    onHolidays: {
      skip: 'Spring mødet over',
      move: 'Flyt det til næste arbejdsdag',
      ask: 'Spørg mig',
    },
    alwaysAsked: 'Falder et møde på en fridag, spørger Vejviser dig om en anden dag.',
    planHeading: 'Hvornår skal gruppen høre fra Vejviser?',
    planLead: 'Dagene tælles som gruppens arbejdsdage før mødet.',
    deadlineDays: 'Frist for punkter: arbejdsdage før mødet',
    deadlineTime: 'Fristen er klokken',
    hoursFrom: 'Send tidligst klokken',
    hoursTo: 'Send senest klokken',
    remindAt: 'Påmindelser sendes klokken',
    morningAt: 'Samme morgen klokken',
    off: 'Send den ikke',
    daysBefore: (days: number): string =>
      days === 0 ? 'På mødedagen' : `${many(days, 'arbejdsdag', 'arbejdsdage')} før`,
  },

  preview: {
    heading: (group: string): string => `Passer det for ${group}?`,
    readers: (members: number, guests: number): string =>
      `${many(members, 'medlem', 'medlemmer')}${guests === 0 ? ', ingen gæster' : `, heraf ${many(guests, 'gæst', 'gæster')} udefra`}. Alle, der er med i kanalen, kan læse dagsordenen.`,
    noTeam: 'Kanalen',
    dates: (count: number): string => `De kommende datoer (${many(count, 'møde', 'møder')} i alt)`,
    more: (count: number): string => `… og ${many(count, 'dato', 'datoer')} mere.`,
    plan: 'Påmindelser',
    planLine: (what: string, when: string, time: string): string => `• ${what}: ${when}, kl. ${time}`,
    deadline: 'Frist for punkter',
    noSchoolHolidays:
      'Skolernes ferier er ikke udfyldt for kommunen endnu, så de er ikke taget fra. Se selv datoerne igennem. Bliver ferierne udfyldt senere, følger møderne med, og kanalen får besked.',
    holiday: (name: string): string => `fridag (${name})`,
    schoolHoliday: 'skoleferie',
    skipped: 'springes over',
    movedTo: (day: string): string => `flyttes til ${day}`,
    ask: 'du bliver spurgt om en anden dag',
    deadlinePast: 'fristen for punkter er allerede passeret',
    channel: 'Kanal: ',
    stays: 'Disse møder bliver, som de er, fordi der er rettet i dem eller meldt punkter ind:',
    fallsAway: 'Disse møder udgår:',
    clash: (group: string): string => `samtidig med ${group}`,
    moreClashes: 'og flere andre grupper',
  },

  done: {
    heading: (group: string): string => `${group} er sat op`,
    lead: (when: string): string => `Første møde er ${when}. Vejviser sørger for påmindelserne.`,
    leadNoMeeting: 'Der er ingen møder endnu.',
    coordinator: 'Du er tovholder og kan altid rette på et møde under »Mere«.',
    unchanged: 'Gruppen er allerede sat op her. Der er ikke ændret noget.',
    alreadyHeading: (group: string): string => `Kanalen hører til ${group}`,
    privately:
      'Vil du have besked fra Vejviser i din private chat, så find Vejviser under Apps i Teams og skriv »hej« dér.',
  },

  moving: {
    chooseHeading: 'Hvilken gruppe skal flytte hertil?',
    chooseLead: 'Gruppens møder, dagsordener og punkter følger med.',
    nothingToMove: 'Du er ikke tovholder for en gruppe i en anden kanal.',
    heading: (group: string): string => `Skal ${group} flytte hertil?`,
    lead: 'Lige nu mødes gruppen i en anden kanal. Der er ikke ændret noget endnu.',
    what: [
      'Planlagte møder, dagsordener, punkter og afbud følger med.',
      'Den gamle kanal får besked om, at gruppen mødes i en anden kanal. Vejviser siger ikke hvilken.',
      'Kortene i den gamle kanal lukkes. Kort om møder, der ikke er holdt, kommer her.',
      'Bagefter kan den gamle kanal bruges til en anden gruppe.',
    ],
    lostSubscribers: (people: number): string =>
      `${many(people, 'person', 'personer')} med private påmindelser er ikke med i denne kanal og får ikke flere.`,
    withoutCoordinator: 'Hverken tovholder eller stedfortræder er med i denne kanal.',
    yes: 'Ja, flyt gruppen hertil',
    doneHeading: (group: string): string => `${group} mødes nu her`,
    doneLead: (when: string): string => `Næste møde er ${when}.`,
    doneOld: 'Den gamle kanal får besked, og kortene dér lukkes.',
  },

  dissolving: {
    heading: (group: string): string => `Skal ${group} nedlægges?`,
    lead: 'Gruppen fjernes fra Vejviser. Det kan ikke fortrydes. Kanalen i Teams bliver.',
    heard: 'Kanalen og dem med private påmindelser får besked.',
    meetings: (count: number, heard: string): string =>
      count === 0
        ? 'Der er ingen møder, som skal holdes.'
        : `${many(count, 'møde', 'møder')} bliver aflyst. ${heard}`,
    items: (items: number, authors: number): string =>
      items === 0
        ? 'Der er ingen punkter, som venter på at blive behandlet.'
        : `${many(items, 'punkt', 'punkter')} bliver slettet uden at være behandlet.${authors === 0 ? '' : ` ${many(authors, 'anden person', 'andre personer')}, der har meldt ind, får besked privat.`}`,
    what: [
      'Alle dagsordener, beslutninger og afbud slettes nu. Skal noget journaliseres, så åbn dagsordenen og hent dokumentet først.',
      'Kortene i kanalen lukkes. Kalendere med gruppens møder holder op med at virke.',
      'Der er ikke længere en tovholder eller stedfortræder. Kanalen kan bruges til en anden gruppe, når administratoren har udpeget en ny tovholder.',
    ],
    yes: 'Ja, nedlæg gruppen',
    doneHeading: (group: string): string => `${group} er nedlagt i Vejviser`,
    done: 'Dagsordener, punkter og afbud er slettet. Kanalen og dem, det vedrører, får besked.',
    gone: {
      none: 'Ingen gruppe mangler sin kanal',
      noneLead:
        'En gruppe, der har en kanal, sættes op og nedlægges dér: skriv **@Vejviser opsæt** i kanalen.',
      heading: 'Grupper uden kanal',
      listLead:
        'Deres kanal i Teams findes ikke mere. En gruppe kan fortsætte i en ny kanal: skriv **@Vejviser opsæt** dér. Eller du kan nedlægge den her.',
      dissolve: (group: string): string => `Nedlæg ${group}`,
      lead: 'Gruppens kanal i Teams findes ikke mere. Gruppen fjernes fra Vejviser. Det kan ikke fortrydes.',
      heard: 'Tovholderen, stedfortræderen og dem med private påmindelser får besked privat.',
      what: [
        'Alle dagsordener, beslutninger og afbud slettes nu. Uden kanalen kan ingen åbne dem mere.',
        'Kalendere med gruppens møder holder op med at virke.',
      ],
      done: 'Dagsordener, punkter og afbud er slettet. Dem, det vedrører, får besked privat.',
    },
  },

  people: {
    heading: 'Hvem skal være tovholder?',
    lead: 'Du er administrator. Vælg, hvem i kanalen der kan blive tovholder. Gæster kan ikke vælges.',
    person: 'Person',
    saved: 'Det er gemt',
    search: 'En del af navnet',
    nobodyFound: 'Der er ingen i kanalen med det navn.',
    tooManyFound: (people: number): string => `${people} passer. Skriv mere af navnet.`,
    /** After the person's name. */
    named: ' er udpeget og kan nu blive gruppens tovholder.',
    namedNext: 'Næste skridt: tovholderen skriver **@Vejviser opsæt** her i kanalen inden 90 dage.',
    namedSelf: 'Næste skridt: sæt gruppen op. Så er du dens tovholder.',
    unnamed: ' kan ikke længere sætte gruppen op eller overtage den.',
    nameMore: 'Udpeg en mere',
    deputyHeading: 'Hvem er stedfortræder?',
    deputyLead: 'Stedfortræderen kan det samme som tovholderen, men ikke vælge en anden stedfortræder.',
    deputySaved: ' er nu gruppens stedfortræder.',
    takenOver: ' er nu gruppens tovholder.',
    gone: (group: string): string =>
      `Tovholder og stedfortræder for ${group} er ikke længere i kanalen. Udpeg en ny tovholder: skriv **@Vejviser opsæt** i gruppens kanal.`,
    channelGone: (group: string): string =>
      `Kanalen for ${group} findes ikke længere, eller Vejviser er ikke med i den. Påmindelser og dagsordener kommer ikke frem. Tilføj Vejviser igen, eller skriv **@Vejviser opsæt** i en ny kanal.`,
    unreached: (group: string): string =>
      `Vejviser kan ikke skrive til dig privat, så dine påmindelser fra ${group} kommer ikke frem. Find Vejviser under Apps i Teams og skriv »hej« dér.`,
    takenOverFrom: (group: string): string =>
      `En anden er nu tovholder for ${group}. Du er ikke længere gruppens tovholder.`,
    newGuest: (group: string): string =>
      `Der er kommet en gæst udefra i kanalen for ${group}. Gæsten kan læse dagsordenen.`,
  },
};

export type SetUpText = typeof daSetUp;
