import { many } from './many';

/** What the cards say with which a unit's channel is set up. */
export const daUnitSetUp = {
  nameHeading: 'Hvilken enhed skal bruge kanalen?',
  nameLead: 'Du er administrator. Vælg enheden, og hvem der må tage kanalen i brug. Gæster kan ikke vælges.',
  unit: 'Enhed',
  person: 'Person',
  namedHeading: 'Udpeget',
  unnamedHeading: 'Udpegningen er fjernet',
  named: ' er udpeget.',
  namedNext: 'Næste skridt: personen skriver **@Vejviser enhed** her i kanalen.',
  namedMove:
    'Enheden har en kanal i forvejen. Den flytter hertil, når personen har skrevet **@Vejviser enhed** her i kanalen og sagt ja.',
  unnamed: ' er ikke udpeget mere.',
  previewHeading: (unit: string): string => `Skal ${unit} bruge den her kanal?`,
  previewLead: 'Anmodninger til enheden kommer så her, og enheden får en knap på svarene i Vejviser.',
  readers: (members: number, guests: number): string =>
    `${many(members, 'medlem', 'medlemmer')}, ${guests === 0 ? 'ingen gæster' : `heraf ${many(guests, 'gæst', 'gæster')} udefra`}.`,
  whatTheySee:
    'Alle ser, hvad en kollega beder om, og hvornår. Navn og nummer ser kun den af enhedens egne, der tager anmodningen. Gæster kan ikke tage den.',
  moves:
    'Enheden flytter hertil fra sin gamle kanal. Det, der venter, flytter med. Stedfortrædere, der ikke er i kanalen her, falder fra, og du kan vælge nye bagefter.',
  isMoving: 'En administrator har udpeget nogen til at flytte enheden til en anden kanal.',
  takerHidden: 'Den, der spørger, får at vide, at enheden har taget anmodningen, men ikke hvem.',
  takerShown: 'Den, der spørger, ser, hvem der har taget anmodningen.',
  gone: (unit: string): string =>
    `Vejviser kan ikke nå den kanal, som ${unit} bruger. Så længe er der ingen knap til at bede ${unit} om at ringe, og de, der ventede, er bedt om selv at ringe. Læg Vejviser i kanalen igen, eller skriv **@Vejviser enhed** i en anden kanal.`,
  deputies: 'Stedfortrædere får besked i den private chat om det, ingen tager. Dem vælger du bagefter.',
  openHeading: (unit: string): string => `${unit} bruger kanalen`,
  openLead: 'Her kommer anmodningerne til enheden.',
  changed: 'Der er kommet andre i kanalen, siden du så kortet.',
  deputiesHeading: 'Hvem får besked om det, ingen tager?',
  deputiesLead: 'Vælg op til fem af kanalens egne. De skal have Vejviser i deres private chat.',
  deputiesSaved: 'Stedfortræderne er gemt',
  noDeputies: 'Ingen stedfortræder får besked om det, ingen tager.',
  withDeputies: (count: number): string =>
    `${many(count, 'stedfortræder', 'stedfortrædere')} får besked om det, ingen tager.`,
  takeDownHeading: (unit: string): string => `Skal ${unit} ikke bruge kanalen mere?`,
  takeDownLead:
    'Knappen forsvinder fra svarene. De, der venter på at blive ringet op, får at vide, at det er bedst selv at ringe.',
  takenDown: (unit: string): string => `${unit} bruger ikke kanalen mere`,
  takenDownLead: 'En administrator kan udpege en til en anden kanal: skriv **@Vejviser enhed** dér.',
};

export type UnitSetUpText = typeof daUnitSetUp;
