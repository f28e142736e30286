import { many } from './many';

/** What a coordinator is shown while preparing an agenda, and after the meeting. */
export const daCoordinating = {
  coordinator: {
    heading: 'Gør dagsordenen klar',
    waiting: 'Venter på dit svar',
    late: 'Kom efter fristen. Skal det med på dette møde eller det næste?',
    order: 'Rækkefølgen',
    later: 'Gemt til næste møde',
    whenOpen: (deadline: string): string => `Du kan udsende den, når fristen er udløbet ${deadline}.`,
    whenClosed: 'Fristen er udløbet. Sæt rækkefølgen og udsend dagsordenen, når den er klar.',
    whenPublished: 'Dagsordenen er udsendt. Kortet i kanalen følger med, når du retter noget.',
    place: (place: number, count: number): string => `Punkt ${place} af ${count}`,
    orderHeading: 'Rækkefølgen på dagsordenen',
    orderLead: 'Skriv et nyt nummer ved de punkter, der skal flyttes. De andre rykker selv.',
    number: (place: number): string => `Nummer (nu ${place})`,
    numberError: (count: number): string => `Skriv et helt tal fra 1 til ${count}.`,
    numberTwice: (number: number): string => `To punkter kan ikke begge være nummer ${number}.`,
    orderSaved: 'Rækkefølgen er gemt.',
    offWays:
      '»Afvis punktet« tager det af dagsordenen, og den, der meldte det ind, får besked. »Fjern teksten« sletter kun ordene, og punktet bliver stående.',
    minutes: 'Minutter',
    saved: 'Det er gemt.',
    published: 'Dagsordenen er udsendt, og kortet i kanalen følger med fra nu af.',
    publishHeading: 'Skal dagsordenen udsendes nu?',
    publishLead: (count: number): string =>
      `${many(count, 'punkt', 'punkter')} kom efter fristen og venter på dit svar. Udsender du nu, er ${count === 1 ? 'det' : 'de'} ikke med, før du har svaret. Det kan du også gøre bagefter.`,
    refuseHeading: 'Afvis punktet',
    refuseLead: 'Punktets tekst slettes. Den, der meldte det ind, kan se din begrundelse.',
    refuseCaseLead: 'En enkeltsag afvises uden begrundelse her. Ring til den, der meldte den ind.',
    reason: 'Begrundelse',
    reasonError: 'Skriv en begrundelse på højst 200 tegn.',
    refused: 'Punktet er afvist, og teksten er slettet.',
    standingHeading: 'Et fast punkt',
    standingLead: 'Det kommer med på hvert møde, indtil du fjerner det.',
    dropped: 'Det faste punkt er fjernet.',
  },

  outcomes: {
    heading: 'Hvad blev der aftalt?',
    lead: 'Vælg for hvert punkt. Du kan udfylde resten senere. Skriv aldrig om en bestemt ung her.',
    outcome: 'Efter mødet',
    choose: 'Ikke noteret endnu',
    decision: 'Beslutningen i én linje, hvis der er en',
    decisionError: 'Skriv højst 200 tegn.',
    withoutOutcome: 'Vælg først, hvad der kom ud af punktet.',
    withoutDecision: 'Skriv beslutningen, eller vælg noget andet.',
    saved: 'Det er gemt.',
    carried: (day: string): string => `Det er gemt. Det, der er udsat, står nu på dagsordenen ${day}.`,
    notCarried: 'Det er gemt. Det, der er udsat, kommer på næste møde, så snart det er planlagt.',
    carriedAtEnd: 'Det er gemt. Det, der er udsat, kommer på næste mødes dagsorden, når mødet er slut.',
    decisionBeside: (decided: string): string =>
      `Du har også skrevet en beslutning. Vælg »${decided}«, eller slet linjen.`,
    meanwhile: (noted: string): string => `En anden har noteret: ${noted}. Gem igen, hvis dit skal gælde.`,
    nothingNoted: 'ikke noget',
    onNext: 'Står nu på næste mødes dagsorden.',
    unpublished: (day: string): string =>
      `Dagsordenen blev ikke udsendt. Det, du ikke noterer noget om, kommer på næste mødes dagsorden ${day}.`,
  },

  document: {
    heading: 'Dagsordenen som dokument',
    lead: 'Linket gælder i ti minutter og kun så længe, du er tovholder. På siden trykker du på en knap.',
    shared: 'Linket gives kun i den private chat. Skriv »dagsorden« til Vejviser dér.',
    none: 'Vejviser er ikke sat op med en netadresse, så der er ikke noget dokument at hente.',
    notYet: 'Der er først et dokument, når dagsordenen er udsendt.',
  },
};

export type CoordinatingText = typeof daCoordinating;
