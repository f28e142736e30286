import type { DataClass } from './data-class';

const program = 'Programmet';
const withRequest = 'Slettes 7 dage efter, at anmodningen er slut';

/** The classes of what is kept of units' channels and of requests to units. */
export const requestClasses = {
  unitPlace: {
    what: 'Enhedens kanal: id for samtale, team og tenant samt Teams’ adresse, og om den er der; om den, der spørger, ser, hvem der har taget anmodningen',
    personal: 'nej',
    purpose: 'At bringe anmodninger om at blive ringet op til enheden',
    kept: 'Til enheden tages ned eller flyttes',
    readers: program,
  },
  unitRoles: {
    what: 'Hvem der må tage enhedens kanal i brug, hvem der gjorde det, og hvem der er stedfortrædere (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At kun de rette ændrer kanalen, og at nogen får besked om det, ingen tager',
    kept: 'Til udpegningen fjernes, eller enheden tages ned',
    readers: 'Enhedens egne medlemmer af kanalen; programmet',
  },
  asker: {
    what: 'Hvem der har bedt en enhed om at ringe, og id for personens private chat (id i Microsoft Entra). Navnet gemmes ikke',
    personal: 'ja, ansat eller gæst',
    purpose: 'At give svar, og at den, der tager anmodningen, ved, hvem der skal ringes til',
    kept: withRequest,
    readers: 'Personen selv; den af enhedens egne, der har taget anmodningen',
  },
  wish: {
    what: 'Det telefonnummer, der skal ringes til, hvornår, og hvad slags det handler om, hvis det er valgt; af undervisning temaer, klassetrin, skole og måned. Intet om den unge',
    personal: 'ja, ansat eller gæst',
    purpose: 'At enheden kan ringe',
    kept: 'Slettes, når anmodningen er slut; højst 14 dage',
    readers: 'Nummeret: den, der har taget anmodningen. Resten: medlemmerne af enhedens kanal',
  },
  taker: {
    what: 'Hvem i enheden der har taget anmodningen (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At kun én ringer, og at de andre kan se hvem; den, der spurgte, hvis enheden vil',
    kept: 'Slettes, når anmodningen er slut; højst 14 dage',
    readers: 'Medlemmerne af enhedens kanal; personen, der spurgte, hvis enheden vil',
  },
  requestFacts: {
    what: 'Hvilken enhed der er spurgt, hvornår, og hvornår før inden for et døgn, hvordan det står, hvad der er sagt om det, og id for kortene',
    personal: 'nej',
    purpose: 'At vise det, der er sandt, og minde om det, ingen har taget',
    kept: withRequest,
    readers: 'Personen selv; medlemmerne af enhedens kanal',
  },
} as const satisfies Readonly<Record<string, DataClass>>;
