import { daCoordinating } from './da-coordinating';
import { many } from './many';

/** Every sentence of the cards about agendas and their items. */
export const daAgenda = {
  summary: 'Et kort om dagsordenen fra Vejviser',

  buttons: {
    handIn: 'Meld et punkt ind',
    urgent: 'Det haster',
    asCase: 'En enkeltsag',
    asTopic: 'Et emne',
    send: 'Send punktet',
    sendCase: 'Send enkeltsagen',
    saveItem: 'Gem punktet',
    noPerson: 'Nej, det er ikke en person',
    again: 'Prøv igen',
    mine: 'Mine punkter',
    agenda: 'Dagsorden',
    showAgenda: 'Se dagsordenen',
    more: 'Dine punkter og mere',
    coordinate: 'Gør dagsordenen klar',
    edit: 'Ret punktet',
    withdraw: 'Træk punktet tilbage',
    removeText: 'Fjern teksten',
    removeReason: 'Fjern begrundelsen',
    texts: 'Fjern tekster',
    yesWithdraw: 'Ja, træk det tilbage',
    yesRemove: 'Ja, fjern teksten',
    open: (place: number): string => `Åbn punkt ${place}`,
    answerLate: (place: number): string => `Besvar punkt ${place}`,
    openKept: (place: number): string => `Åbn udskudt punkt ${place}`,
    order: 'Ændr rækkefølgen',
    saveOrder: 'Gem rækkefølgen',
    saveMinutes: 'Gem tiden',
    thisMeeting: 'Tag det på dette møde',
    nextMeeting: 'Gem det til næste møde',
    refuse: 'Afvis punktet',
    yesRefuse: 'Afvis punktet',
    standing: 'Tilføj et fast punkt',
    addStanding: 'Tilføj punktet',
    dropStanding: 'Fjern det faste punkt',
    publish: 'Udsend dagsordenen',
    publishAnyway: 'Udsend alligevel',
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
    closed: 'Fristen er udløbet, så punktet kan ikke længere ændres. Spørg tovholderen.',
    over: 'Mødet er holdt, så dagsordenen kan ikke længere ændres.',
    'still-open': 'Fristen er ikke udløbet endnu. Dagsordenen kan først udsendes bagefter.',
    'already-closed': 'Fristen er allerede udløbet.',
    'already-published': 'Dagsordenen er allerede udsendt. Sådan ser den ud nu.',
    'items-wait': 'Der er punkter, som kom efter fristen og venter på dit svar.',
    'not-begun': 'Mødet er ikke begyndt endnu.',
    'not-author': 'Det punkt har en anden meldt ind.',
    'not-coordinator': 'Det kan kun gruppens tovholder og stedfortræder.',
    'no-such-item': 'Punktet er ikke længere på dagsordenen.',
    'not-waiting': 'Punktet er allerede taget med eller gemt til næste møde.',
    full: 'Dagsordenen er fuld. Tal med tovholderen.',
    'unknown-function': 'Den funktion hører ikke til gruppen.',
    'through-staff-unit':
      'Kun Center for Børn og Forebyggelse, politiet og Stabsenheden melder sager ind til SSP-NU. Alle andre går gennem Stabsenheden.',
    'single-cases-only': 'SSP-NU tager kun enkeltsager.',
    'single-case-has-no-text': 'Skriv ingen tekst til en enkeltsag. Det hører til i fagsystemet.',
    'outcome-of-another-kind': 'Vælg en af mulighederne for punktet.',
    'already-carried': 'Punktet står allerede på næste mødes dagsorden.',
    'noted-meanwhile':
      'En anden har noteret noget imens, så der er ikke gemt noget endnu. Se efter herunder, og tryk »Gem« igen.',
    'minutes-out-of-range': 'Skriv et helt antal minutter fra 1 til 240.',
    'odd-order': 'Numrene går ikke op. Giv hvert punkt, der skal flyttes, sit eget nummer.',
    'ordered-meanwhile':
      'Dagsordenen er ændret, siden du åbnede kortet, så der er ikke gemt noget endnu. Dine numre står herunder. Se efter, og tryk »Gem rækkefølgen« igen.',
    'already-cancelled': 'Mødet er aflyst, så dagsordenen kan ikke ændres.',
    'already-skipped': 'Mødet springes over, så dagsordenen kan ikke ændres.',
  },

  faults: {
    missing: 'Udfyld feltet.',
    'too-long': (most: number): string => `Teksten er for lang. Skriv højst ${most} tegn.`,
    cpr: 'Det ligner et CPR-nummer. Skriv det aldrig her. Der er ikke gemt noget. Slet nummeret og send igen.',
    'out-of-range': 'Skriv et helt antal minutter fra 1 til 240.',
    unknown: 'Vælg en af mulighederne.',
    form: 'Kortet er for gammelt. Se teksten igennem og send den igen.',
  },

  states: {
    open: 'Åben for punkter',
    closed: 'Fristen er udløbet',
    published: 'Dagsordenen er udsendt',
    held: 'Mødet er holdt',
    erased: 'Dagsordenen er slettet',
    cancelled: 'Mødet er aflyst',
    skipped: 'Mødet springes over',
  },
  asked: {
    open: (deadline: string): string => `Har du et punkt? Meld det ind senest ${deadline}.`,
    closed: 'Tovholderen gør dagsordenen klar. Nye punkter venter på tovholderens svar.',
    published: '',
    held: '',
    erased: 'Vejviser gemmer ikke punkterne længere.',
  },

  agenda: {
    above: (group: string): string => `Dagsorden: ${group}`,
    items: 'Punkter',
    none: 'Der er ingen punkter endnu.',
    unchecked: 'Funktionerne er valgt af dem, der har meldt ind. Ingen har kontrolleret dem.',
    waiting: (count: number): string =>
      `${many(count, 'punkt', 'punkter')} kom efter fristen og venter på tovholderens svar.`,
    sum: (sum: number, length: number): string =>
      `I alt ${many(sum, 'minut', 'minutter')} af mødets ${length}.`,
    over: (by: number): string => `Det er ${many(by, 'minut', 'minutter')} mere, end mødet varer.`,
    page: (page: number, pages: number): string => `Side ${page} af ${pages}.`,
    rest: (count: number): string =>
      `Der er ${many(count, 'punkt', 'punkter')} mere. Tryk på »Flere punkter«.`,
    waitingMark: 'venter på tovholderen',
    nextMark: 'gemt til næste møde',
  },

  form: {
    heading: 'Meld et punkt ind',
    headingLate: 'Meld et sent punkt ind',
    headingCase: 'Meld en enkeltsag ind',
    headingCaseLate: 'Meld en sen enkeltsag ind',
    headingEdit: 'Ret punktet',
    short:
      'Det er ikke en underretning, og ingen gør noget ved det før mødet. Skriv aldrig om en bestemt ung.',
    more: 'Hvad må stå i et punkt?',
    notReport: (day: string): string =>
      `Det er ikke en underretning, og ingen gør noget ved det før mødet ${day}.`,
    urgent: 'Kan det ikke vente, eller er den unge under 18?',
    pressUrgent: 'Tryk på »Det haster«.',
    isCase: 'Handler punktet om en bestemt ung? Så meld det ind som en enkeltsag uden tekst.',
    isTopic: 'Handler det ikke om en bestemt ung?',
    late: 'Fristen er udløbet. Tovholderen afgør, om punktet kommer på dette møde eller det næste.',
    caseLead:
      'På dagsordenen står kun »Enkeltsag« og tid. Funktionen ser kun tovholderen. Alt andet hører til i fagsystemet.',
    nuCaseLead:
      'På dagsordenen står kun »Enkeltsag«, funktion og tid, og at ingen har kontrolleret funktionen. Alt andet hører til i fagsystemet.',
    nuLead: 'SSP-NU tager kun enkeltsager. Er din funktion ikke på listen, så gå gennem Stabsenheden.',
    title: 'Hvad handler punktet om?',
    titleError: 'Skriv en overskrift på højst 120 tegn.',
    kind: 'Hvad skal der ske med det?',
    minutes: 'Hvor mange minutter?',
    usualMinutes: (orientation: number, discussion: number, decision: number): string =>
      `Lader du feltet stå tomt, får en orientering ${orientation}, en drøftelse ${discussion} og en beslutning ${decision} minutter.`,
    functionId: 'Hvilken funktion kommer med det?',
    note: 'Note (valgfri)',
    noteError: 'Skriv højst 500 tegn.',
    choose: 'Vælg en af mulighederne.',
    law: 'Retsplejelovens § 115 (national lov): I må kun dele det, der er nødvendigt for at forebygge, og ikke til efterforskning. § 115 forpligter ikke til at dele; underretningspligten gælder stadig. Skriv intet om personer her.',
    askPerson: 'Er det her en person?',
    askPersonLead:
      'Der er ikke gemt noget endnu. Er det en person, så ret teksten herunder og send den igen.',
    kept: 'Din tekst er ikke gået tabt. Den står herunder.',
  },

  receipt: {
    handedIn: 'Punktet er meldt ind',
    handedInCase: 'Enkeltsagen er meldt ind',
    saved: 'Punktet er rettet',
    late: 'Fristen er udløbet, så punktet venter. Tovholderen afgør, om det kommer på dette møde eller det næste.',
    until: (deadline: string): string => `Du kan rette det eller trække det tilbage indtil ${deadline}.`,
  },

  toAuthor: {
    heading: 'Om dit punkt til dagsordenen',
    'item-refused': (when: string): string =>
      `Tovholderen har afvist et af dine punkter til mødet ${when}. Er der en begrundelse, står den under »Mine punkter«.`,
    'item-taken': (when: string): string => `Dit sene punkt kommer med på mødet ${when}.`,
    'item-postponed': (when: string): string =>
      `Dit sene punkt kommer ikke med på mødet ${when}. Det er gemt til det næste møde.`,
  },

  mine: {
    heading: 'Mine punkter',
    none: 'Du har ingen punkter på den her dagsorden.',
    which: (at: number, count: number): string => `${at} af ${count}`,
    closed: 'Fristen er udløbet, så du kan kun fjerne teksten. Spørg tovholderen om andre ændringer.',
    refused: (count: number): string => `Tovholderen har afvist ${count} af dine punkter.`,
    reason: 'Begrundelse: ',
    ways: '»Træk punktet tilbage« tager hele punktet af dagsordenen. »Fjern teksten« sletter kun ordene, og punktet bliver stående.',
    withdrawn: 'Punktet er trukket tilbage, og teksten er slettet.',
    removed: 'Teksten er fjernet.',
  },

  sure: {
    withdrawHeading: 'Skal punktet trækkes tilbage?',
    withdrawLead: 'Punktet tages af dagsordenen, og teksten slettes. Det kan ikke fortrydes.',
    removeHeading: 'Skal teksten fjernes?',
    removeLead:
      'Punktet bliver stående uden tekst. Den slettes i databasen, på kortet, i historikken og i nye dokumenter. Kopier, som nogen har hentet, og det, Teams selv gemmer, bliver liggende.',
  },

  removal: {
    heading: 'Fjern tekster',
    lead: 'Vælg den tekst, der skal væk. Punktet bliver stående uden tekst, også på andre dagsordener.',
    none: 'Der er ingen tekster på den her dagsorden.',
    which: (at: number, count: number): string => `tekst ${at} af ${count}`,
    reason: 'Begrundelse for et afvist punkt: ',
  },

  list: {
    heading: 'Dagsordener',
    none: 'Der er ingen møder med en dagsorden.',
    before: 'Sidste møde',
    alone: 'Tryk på en knap. Svaret vises kun for dig.',
  },

  pointer: {
    heading: 'Dagsordenens punkter står ikke i beskeder',
    lead: 'Punkter kan rettes og slettes, så de vises kun, når du trykker på en knap. Sker der ikke noget, så brug en nyere udgave af Teams.',
  },

  ...daCoordinating,
};

/** The shape that every language has. */
export type AgendaText = typeof daAgenda;
