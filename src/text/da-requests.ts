import { daUnitSetUp } from './da-unit-set-up';

const notReported = 'Det er ikke en underretning: **du har ikke underrettet endnu.**';

/** Danish for requests to a unit: who is called back, where the unit is found, and what has become of it. */
export const daRequests = {
  summary: 'Et kort fra Vejviser',
  notReported,
  callBack: 'Bed om at blive ringet op',
  buttons: {
    menu: 'Menu',
    send: 'Send anmodningen',
    withdraw: 'Træk den tilbage',
    mine: 'Vis min anmodning',
    take: 'Tag den',
    number: 'Vis nummeret',
    close: 'Luk: den er klaret',
    giveBack: 'Giv den tilbage',
    name: 'Udpeg',
    unname: 'Fjern udpegningen',
    use: 'Ja, brug kanalen',
    move: 'Ja, flyt enheden hertil',
    again: 'Se kanalen',
    deputies: 'Vælg stedfortrædere',
    saveDeputies: 'Gem stedfortrædere',
    askTakeDown: 'Stop med at bruge kanalen',
    takeDown: 'Ja, stop',
    nameMore: 'Udpeg en mere',
    showTaker: 'Lad den, der spørger, se hvem',
    hideTaker: 'Skjul det for den, der spørger',
    back: 'Tilbage',
  },

  menu: {
    title: 'Bliv ringet op',
    meaning: 'Bed en enhed om at ringe til dig. Det er ikke en underretning.',
  },
  help: {
    can: 'Ringet op: bede en enhed om at ringe til dig eller bestille undervisning. Det er ikke en underretning.',
    words: 'Her i den private chat: ring mig op. Enheden i sin egen kanal: @Vejviser enhed',
    stored:
      'Om en anmodning: dit nummer, til den er slut, og at du har spurgt, i syv dage mere. Intet om den unge.',
  },
  choose: {
    heading: 'Hvem skal ringe til dig?',
    lead: `${notReported} Er der fare, eller kan det ikke vente, så ring med det samme.`,
    telephone: (number: string): string => `Ring selv: **${number}**`,
    none: 'Ingen enhed tager imod anmodninger her lige nu. Ring i stedet:',
  },

  form: {
    heading: (unit: string): string => `Bed ${unit} om at ringe`,
    lead: (telephone: string): string => `${notReported} Kan det ikke vente, så ring selv: **${telephone}**.`,
    who: 'Du bliver ringet op som: ',
    whoUnknown: 'Enheden får det navn, du har i Teams.',
    number: 'Dit telefonnummer, otte cifre',
    when: 'Hvornår kan du tage telefonen? Vælg to eller tre',
    matter: 'Hvad handler det om? Enheden ser det, du vælger',
    noMatter: 'Det vil jeg ikke sige her',
    matters: {
      'under-18': 'En bestemt ung under 18, eller alderen er ukendt',
      adult: 'En bestemt person, der er fyldt 18',
      general: 'En generel bekymring',
      teaching: 'Undervisning',
      other: 'Andet',
    },
    noWords: 'Skriv intet om den unge. Det tager du i telefonen.',
    expected: (unit: string, when: string): string => `${unit} kan tidligst ringe ${when}.`,
    today: (day: string): string => `i dag, ${day}`,
    usualHours: 'Åbningstiden er ikke oplyst, så Vejviser regner med hverdage kl. 8-16.',
    half: { forenoon: 'formiddag', afternoon: 'eftermiddag' },
  },
  faults: {
    missing: 'Udfyld feltet.',
    number: 'Skriv et dansk telefonnummer med otte cifre.',
    when: 'Vælg to eller tre tidspunkter.',
    themes: 'Vælg mindst ét tema.',
    cpr: 'Det ligner et CPR-nummer. Skriv det ikke her.',
    person: 'Det ligner en person. Skriv kun skolen eller institutionen.',
    'too-long': 'Det er for langt. Skriv kun skolen eller institutionen.',
  },

  /** True for ever: the card stays where it was sent. */
  receipt: {
    heading: {
      'call-back': (unit: string): string => `Du har bedt ${unit} om at ringe`,
      teaching: (unit: string): string => `Du har bestilt undervisning hos ${unit}`,
    },
    lead: (time: string): string =>
      `Du spurgte ${time}. Du får besked her i chatten, når anmodningen er hos enheden, og også, hvis den ikke kommer frem.`,
    keep: 'Dit nummer slettes, når anmodningen er slut.',
  },
  mine: {
    heading: {
      'in-line': (unit: string): string => `Din anmodning er på vej til ${unit}`,
      'in-channel': (unit: string): string => `${unit} har modtaget din anmodning`,
      overdue: (unit: string): string => `${unit} har ikke taget din anmodning endnu`,
      taken: (unit: string): string => `${unit} har taget din anmodning`,
      closed: (unit: string): string => `${unit} har lukket din anmodning`,
      withdrawn: (): string => 'Du har trukket din anmodning tilbage',
      undelivered: (unit: string): string => `Din anmodning kom ikke frem til ${unit}`,
      expired: (unit: string): string => `${unit} nåede ikke din anmodning`,
    },
    lead: {
      'in-line': 'Den er ikke i enhedens kanal endnu.',
      'in-channel': 'Den står i enhedens kanal. Du får besked, når nogen har taget den.',
      overdue: 'Vent ikke længere: ring selv. Anmodningen står der stadig.',
      taken: 'Nogen i enheden har taget den for at ringe til dig. Hører du ikke fra dem, så ring selv.',
      closed: 'Er du ikke blevet ringet op, så ring selv.',
      withdrawn: 'Du bliver ikke ringet op. Dit nummer er slettet.',
      undelivered: 'Du bliver ikke ringet op. Ring selv.',
      expired: 'Du bliver ikke ringet op. Ring selv.',
    },
    call: (telephone: string): string => `Ring selv: **${telephone}**`,
    asked: (time: string): string => `Sendt ${time}.`,
    already: 'Du har allerede en anmodning hos enheden. Her er den.',
  },
  /** What the asker is told in a message of its own. */
  told: {
    'in-channel': (unit: string): string =>
      `Din anmodning står igen hos ${unit} og venter på, at nogen tager den.`,
    overdue: (unit: string, telephone: string): string =>
      `${unit} har ikke taget din anmodning endnu. Vent ikke længere: ring selv på **${telephone}**. Anmodningen står der stadig.`,
    taken: (unit: string, telephone: string): string =>
      `${unit} har taget din anmodning. Hører du ikke fra dem, så ring selv på **${telephone}**.`,
    closed: (unit: string, telephone: string): string =>
      `${unit} har lukket din anmodning. Er du ikke blevet ringet op, så ring selv på **${telephone}**.`,
    undelivered: (unit: string, telephone: string): string =>
      `Din anmodning kom ikke frem til ${unit}. Du bliver ikke ringet op: ring selv på **${telephone}**.`,
    expired: (unit: string, telephone: string): string =>
      `${unit} nåede ikke din anmodning, og den er slut nu. Ring selv på **${telephone}**.`,
  },

  unit: {
    heading: {
      'call-back': 'En kollega beder om at blive ringet op',
      teaching: 'En kollega bestiller undervisning',
    },
    asked: (time: string): string => `Sendt ${time}.`,
    when: 'Kan ringes op',
    matter: 'Det handler om',
    noMatter: 'Det er ikke oplyst',
    notReport: 'Det er ikke en underretning: kollegaen har ikke underrettet med den.',
    takeFirst: 'Tag den for at se navn og nummer. Kun du ser dem.',
    states: {
      'in-line': 'Venter',
      'in-channel': 'Venter på, at nogen tager den',
      overdue: 'Venter stadig. Kollegaen har fået at vide, at det er bedst selv at ringe',
      taken: 'Taget',
      closed: 'Lukket. Nummeret er slettet',
      withdrawn: 'Kollegaen har trukket anmodningen tilbage',
      undelivered: 'Slut. Kollegaen har fået at vide, at det er bedst selv at ringe',
      expired: 'Slut, for den blev ikke lukket i 14 dage. Nummeret er slettet',
    },
    takenBy: 'Taget af ',
    left: 'Enheden bruger en anden kanal nu, og anmodningen er flyttet med.',
    aColleague: 'en kollega',
    posted: {
      'call-back': 'En kollega beder om at blive ringet op.',
      teaching: 'En kollega bestiller undervisning.',
    },
    remind: {
      'call-back': (time: string): string =>
        `En anmodning om at blive ringet op, sendt ${time}, venter stadig. Find kortet her i kanalen og vælg »Tag den«.`,
      teaching: (time: string): string =>
        `En bestilling af undervisning, sendt ${time}, venter stadig. Find kortet her i kanalen og vælg »Tag den«.`,
    },
    alert: {
      'call-back': (unit: string, time: string): string =>
        `Ingen i ${unit} har taget en anmodning om at blive ringet op, som blev sendt ${time}. Den står i enhedens kanal.`,
      teaching: (unit: string, time: string): string =>
        `Ingen i ${unit} har taget en bestilling af undervisning, som blev sendt ${time}. Den står i enhedens kanal.`,
    },
    yours: 'Du har taget den',
    call: 'Ring til: ',
    numberLabel: 'Nummer:',
    nameUnknown: 'Teams siger ikke navnet lige nu. Spørg, hvem du taler med.',
    onlyHere: 'Nummeret vises kun i kanalen, i en nyere udgave af Teams eller på en computer.',
    done: { closed: 'Anmodningen er lukket', returned: 'Anmodningen er givet tilbage' },
    doneLead: {
      closed: 'Nummeret er slettet. Kollegaen får besked.',
      returned: 'En anden kan tage den nu. Kollegaen får besked.',
    },
  },

  setUp: daUnitSetUp,

  teaching: {
    button: 'Bestil undervisning her',
    menu: 'Bestil forebyggende undervisning',
    heading: (unit: string): string => `Bestil undervisning hos ${unit}`,
    lead: (unit: string, telephone: string): string =>
      `Resten aftaler du med ${unit}, når I taler sammen. Du kan også selv ringe: **${telephone}**.`,
    themes: 'Temaer fra SSP-læseplanen',
    themesShort: 'Temaer',
    level: 'Hvem er det til?',
    levels: {
      lower: 'Indskoling (0.-3. klasse)',
      middle: 'Mellemtrin (4.-6. klasse)',
      upper: 'Udskoling (7.-10. klasse)',
      youth: 'Unge efter grundskolen',
      staff: 'Personale eller forældre',
    },
    place: 'Skole eller institution',
    month: 'Hvornår på året?',
    anyMonth: 'Det er ikke afgjort',
    noPerson: 'Det er et sted: send',
  },

  refused: 'Det kan ikke lade sig gøre lige nu',
  refusals: {
    'odd-card': 'Kortet er fra en ældre udgave af Vejviser. Begynd forfra.',
    'in-channel': 'Her læser andre med. Bed om at blive ringet op i din private chat med Vejviser.',
    'not-in-channel': 'Skriv **@Vejviser enhed** i den kanal, enheden skal bruge.',
    'no-channel': 'Enheden tager ikke imod anmodninger her lige nu. Ring i stedet.',
    'no-hours': 'Vejviser kan ikke se, hvornår enheden arbejder. Ring i stedet.',
    'asked-enough':
      'Du har spurgt enheden så mange gange, som man kan på et døgn. Ring i stedet, eller prøv igen om et døgn.',
    settling: 'Din sidste anmodning er ved at blive afsluttet. Prøv igen om lidt, eller ring.',
    'nothing-asked': 'Du har ingen anmodning hos enheden.',
    outsider: 'Kun enhedens egne medlemmer af kanalen kan det.',
    'not-named': 'Kun den, en administrator har udpeget, kan det.',
    'administrators-only': 'Kun en administrator kan udpege, hvem der må bruge kanalen til en enhed.',
    'unknown-roster': 'Teams siger ikke lige nu, hvem der er i kanalen. Prøv igen om lidt.',
    'unit-elsewhere':
      'Enheden har en anden kanal. Kun en administrator, der selv er med i den, kan flytte enheden hertil.',
    'channel-of-group': 'Kanalen hører til en gruppe. Brug en anden til enheden.',
    'channel-taken': 'Kanalen bruges af en anden enhed.',
    'enough-named': 'Der er allerede udpeget så mange, som der kan være.',
    'taken-by-other': 'En anden har taget den.',
    'not-taken': 'Tag den først.',
    over: 'Anmodningen er slut.',
    'changed-meanwhile': 'Noget blev ændret imens. Prøv igen.',
  },
};

export type RequestText = typeof daRequests;
