const minutes = (count: number): string => (count === 1 ? '1 minut' : `${count} minutter`);
const items = (count: number): string => (count === 1 ? '1 punkt' : `${count} punkter`);

/** Every sentence of the cards about agendas and their items. */
export const daAgenda = {
  summary: 'Et kort om dagsordenen fra Vejviser',

  buttons: {
    handIn: 'Meld et punkt ind',
    handInCase: 'Det handler om en bestemt ung',
    handInTopic: 'Det handler ikke om en bestemt ung',
    send: 'Send punktet',
    sendCase: 'Send enkeltsagen',
    saveItem: 'Gem punktet',
    noPerson: 'Nej, det er ikke en person',
    again: 'Prøv igen',
    urgent: 'Kan det ikke vente, eller er den unge under 18?',
    mine: 'Mine punkter',
    agenda: 'Dagsorden',
    showAgenda: 'Se dagsordenen',
    more: 'Dine punkter og mere',
    coordinate: 'Gør dagsordenen klar',
    edit: 'Ret punktet',
    withdraw: 'Træk punktet tilbage',
    removeText: 'Fjern teksten',
    yesWithdraw: 'Ja, træk det tilbage',
    yesRemove: 'Ja, fjern teksten',
    open: 'Åbn',
    up: 'Flyt op',
    down: 'Flyt ned',
    saveMinutes: 'Gem minutterne',
    thisMeeting: 'Tag det på dette møde',
    nextMeeting: 'Gem det til næste møde',
    refuse: 'Afvis punktet',
    yesRefuse: 'Afvis punktet',
    standing: 'Tilføj et fast punkt',
    addStanding: 'Tilføj punktet',
    dropStanding: 'Tag det faste punkt af',
    publish: 'Udsend dagsordenen',
    outcomes: 'Skriv, hvad der blev aftalt',
    saveOutcomes: 'Gem',
    document: 'Hent som dokument',
    openDocument: 'Åbn siden med dokumentet',
    back: 'Tilbage',
    earlier: 'Forrige punkter',
    later: 'Flere punkter',
    meeting: 'Vis mødet',
  },

  refusals: {
    closed: 'Fristen er gået, så punktet kan ikke ændres mere. Spørg tovholderen.',
    over: 'Mødet er holdt, så dagsordenen kan ikke ændres mere.',
    'still-open': 'Fristen er ikke gået endnu. Dagsordenen kan udsendes, når den er.',
    'already-closed': 'Fristen er allerede gået.',
    'already-published': 'Dagsordenen er allerede udsendt. Her er den, som den er nu.',
    'not-published': 'Dagsordenen blev aldrig udsendt, så der er ikke noget at notere til.',
    'not-begun': 'Mødet er ikke begyndt endnu.',
    'not-author': 'Det punkt har en anden meldt ind.',
    'not-coordinator': 'Det kan kun gruppens tovholder og stedfortræder.',
    'no-such-item': 'Det punkt er ikke på dagsordenen mere.',
    'not-waiting': 'Det punkt er allerede taget med eller gemt til næste møde.',
    full: 'Dagsordenen er fuld. Tal med tovholderen.',
    'unknown-function': 'Den funktion hører ikke til gruppen.',
    'through-staff-unit':
      'Kun Center for Børn og Forebyggelse, politiet og Stabsenheden melder sager ind til SSP-NU. Alle andre går gennem Stabsenheden.',
    'single-cases-only': 'SSP-NU tager kun enkeltsager.',
    'single-case-has-no-text': 'En enkeltsag har ingen tekst her. Det, der er at skrive, står i fagsystemet.',
    'outcome-of-another-kind': 'Vælg en af mulighederne ud for punktet.',
    'already-carried': 'Punktet står allerede på næste mødes dagsorden.',
    'minutes-out-of-range': 'Skriv et helt antal minutter fra 1 til 240.',
    'already-cancelled': 'Mødet er aflyst, så dagsordenen kan ikke ændres.',
    'already-skipped': 'Mødet springes over, så dagsordenen kan ikke ændres.',
  },

  faults: {
    missing: 'Udfyld feltet.',
    'too-long': (most: number): string => `Teksten er for lang. Skriv højst ${most} tegn.`,
    cpr: 'Det ligner et CPR-nummer. Det må ikke stå her, og der er ikke gemt noget. Slet det, og send igen.',
    'out-of-range': 'Skriv et helt antal minutter fra 1 til 240.',
    unknown: 'Vælg en af mulighederne.',
    form: 'Kortet er for gammelt. Se teksten igennem, og send den igen.',
  },

  states: {
    open: 'Åben for punkter',
    closed: 'Fristen er gået',
    published: 'Dagsordenen er udsendt',
    held: 'Mødet er holdt',
    erased: 'Dagsordenen er slettet',
    cancelled: 'Mødet er aflyst',
    skipped: 'Mødet springes over',
  },
  asked: {
    open: (deadline: string): string => `Har du et punkt? Meld det ind senest ${deadline}.`,
    closed: 'Tovholderen gør dagsordenen klar. Et punkt mere må vente på tovholderens svar.',
    published: '',
    held: '',
    erased: 'Vejviser gemmer ikke punkterne længere.',
  },

  agenda: {
    above: (group: string): string => `Dagsorden: ${group}`,
    items: 'Punkter',
    none: 'Der er ingen punkter endnu.',
    waiting: (count: number): string => `${items(count)} kom efter fristen og venter på tovholderens svar.`,
    sum: (sum: number, length: number): string => `I alt ${minutes(sum)} af mødets ${length}.`,
    over: (by: number): string => `Det er ${minutes(by)} mere, end mødet varer.`,
    page: (page: number, pages: number): string => `Side ${page} af ${pages}.`,
    rest: (count: number): string => `Der er ${items(count)} mere. Tryk på »Flere punkter«.`,
    waitingMark: 'venter på tovholderen',
    nextMark: 'gemt til næste møde',
  },

  form: {
    heading: 'Meld et punkt ind',
    headingCase: 'Meld en enkeltsag ind',
    headingEdit: 'Ret punktet',
    when: (when: string): string => `Til mødet ${when}.`,
    notReport: (day: string): string =>
      `Det er ikke en underretning, og ingen gør noget ved det før mødet ${day}.`,
    late: 'Fristen er gået. Tovholderen afgør, om punktet kommer på dette møde eller det næste.',
    caseLead:
      'Her står kun »Enkeltsag«, funktion og minutter. Hvem det handler om, og hvad der er sket, står i fagsystemet.',
    nuLead: 'SSP-NU tager kun enkeltsager. Er din funktion ikke på listen, så gå gennem Stabsenheden.',
    title: 'Hvad handler punktet om?',
    titleError: 'Skriv en overskrift på højst 120 tegn.',
    kind: 'Hvad skal der ske med det?',
    minutes: 'Hvor mange minutter?',
    functionId: 'Hvilken funktion kommer med det?',
    note: 'Note (må være tom)',
    noteError: 'Skriv højst 500 tegn.',
    choose: 'Vælg en af mulighederne.',
    law: 'Skriv aldrig om en bestemt ung her. Retsplejelovens § 115 tillader kun at dele det, der er nødvendigt for at forebygge, og aldrig til efterforskning. Den forpligter ingen til at dele noget, og den erstatter ikke en underretning.',
    askPerson: 'Er det her en person?',
    askPersonLead:
      'Punktet er ikke sendt endnu. Er det en person, så ret teksten og send igen. Er det ikke, så sig det.',
    kept: 'Din tekst er ikke gået tabt. Den står herunder.',
  },

  receipt: {
    handedIn: 'Punktet er meldt ind',
    handedInCase: 'Enkeltsagen er meldt ind',
    saved: 'Punktet er rettet',
    late: 'Fristen er gået, så punktet venter. Tovholderen afgør, om det kommer på dette møde eller det næste.',
    until: (deadline: string): string => `Du kan rette det eller trække det tilbage indtil ${deadline}.`,
  },

  toAuthor: {
    heading: 'Om dit punkt til dagsordenen',
    'item-refused': (when: string): string =>
      `Tovholderen har afvist et af dine punkter til mødet ${when}. Begrundelsen står under »Mine punkter«.`,
    'item-taken': (when: string): string => `Dit sene punkt kommer med på mødet ${when}.`,
    'item-postponed': (when: string): string =>
      `Dit sene punkt kommer ikke med på mødet ${when}. Det er gemt til det næste møde.`,
  },

  mine: {
    heading: 'Mine punkter',
    none: 'Du har ingen punkter på den her dagsorden.',
    closed: 'Fristen er gået, så du kan kun fjerne teksten. Spørg tovholderen om resten.',
    refused: (count: number): string => `Tovholderen har afvist ${items(count)} af dine.`,
    reason: 'Begrundelse: ',
    withdrawn: 'Punktet er trukket tilbage, og dets ord er slettet.',
    removed: 'Teksten er fjernet.',
  },

  sure: {
    withdrawHeading: 'Skal punktet trækkes tilbage?',
    withdrawLead: 'Dets ord slettes. Det kan ikke fortrydes.',
    removeHeading: 'Skal teksten fjernes?',
    removeLead:
      'Ordene forsvinder fra databasen, fra kortet, fra historikken og fra nye dokumenter. Kopier, som nogen har hentet, og det, Teams selv gemmer, bliver.',
  },

  coordinator: {
    heading: 'Gør dagsordenen klar',
    waiting: 'Venter på dit svar',
    late: 'Kom efter fristen. Skal det med på dette møde eller det næste?',
    order: 'Rækkefølgen',
    whenOpen: (deadline: string): string => `Du kan udsende den, når fristen er gået ${deadline}.`,
    place: (place: number, count: number): string => `Punkt ${place} af ${count}`,
    minutes: 'Minutter',
    saved: 'Det er gemt.',
    published: 'Dagsordenen er udsendt, og kortet i kanalen følger med fra nu af.',
    refuseHeading: 'Afvis punktet',
    refuseLead: 'Punktets ord slettes. Den, der meldte det ind, kan se din begrundelse.',
    refuseCaseLead: 'En enkeltsag afvises uden begrundelse her. Ring til den, der meldte den ind.',
    reason: 'Begrundelse',
    reasonError: 'Skriv en begrundelse på højst 200 tegn.',
    refused: 'Punktet er afvist, og dets ord er slettet.',
    standingHeading: 'Et fast punkt',
    standingLead: 'Det kommer med igen på hvert møde, indtil du tager det af.',
    dropped: 'Det faste punkt er taget af.',
  },

  outcomes: {
    heading: 'Hvad blev der aftalt?',
    lead: 'Vælg ud for hvert punkt. Det, du lader stå, kan du skrive senere.',
    outcome: 'Efter mødet',
    choose: 'Ikke noteret endnu',
    decision: 'Beslutningen i én linje',
    decisionError: 'Skriv højst 200 tegn.',
    withoutOutcome: 'Vælg først, hvad der kom ud af punktet.',
    withoutDecision: 'Skriv beslutningen, eller vælg noget andet.',
    saved: 'Det er gemt.',
    carried: (day: string): string => `Det er gemt. Det, der er udsat, står nu på dagsordenen ${day}.`,
    notCarried: 'Det er gemt. Det, der er udsat, kommer på næste møde, så snart det er planlagt.',
  },

  document: {
    heading: 'Dagsordenen som dokument',
    lead: 'Linket gælder i ti minutter og kun så længe, du er tovholder. På siden trykker du på en knap.',
    shared: 'Linket gives kun i den private chat. Skriv »dagsorden« til Vejviser dér.',
    none: 'Vejviser har ingen adresse på nettet her, så der er ikke noget dokument at hente.',
    notYet: 'Der er først et dokument, når dagsordenen er udsendt.',
  },

  list: {
    heading: 'Dagsordener',
    none: 'Der er ingen møder med en dagsorden.',
    before: 'Sidste møde',
  },
};

/** The shape that every language has. */
export type AgendaText = typeof daAgenda;
