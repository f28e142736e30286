import type { DataClass } from './data-class';
import { requestClasses } from './request-classes';

const program = 'Programmet';
const group = 'Gruppens medlemmer, på kort i Teams';
const afterMeeting = 'Slettes `RETENTION_DAYS` dage efter mødet (30, hvis intet er valgt)';
const withMeeting = 'Slettes 90 dage efter, at dagsorden og afbud er slettet';
const withWaiting = `${afterMeeting}; et punkt, der venter på et møde, som ikke er planlagt, højst 120 dage senere`;
const withDatabase = 'Til databasen slettes';

/** Every class; a field without one of these doesn't compile. */
export const classes = {
  installation: {
    what: 'Hvor appen er installeret: id for samtale, team og kommunens tenant samt Teams’ adresse',
    personal: 'nej',
    purpose: 'At kunne skrive i kanalen',
    kept: 'Til appen fjernes fra teamet',
    readers: program,
  },
  count: {
    what: 'Hvor tit hver vej er vist på en uge',
    personal: 'nej',
    purpose: 'At se, om vejviseren bliver brugt; tal under 5 vises ikke',
    kept: withDatabase,
    readers: 'Driften, med `npm run counts`',
  },
  monthCounts: {
    what: 'Hvor tit det er sket i den måned, der er i gang: viste svar, anmodninger og deres ventetid i klasser, og punkter efter slags',
    personal: 'nej',
    purpose: 'At lave månedens tal',
    kept: 'Til måneden er slut; så står kun det, der må vises',
    readers: program,
  },
  figures: {
    what: 'Månedens tal, rundet til nærmeste 5; et tal under 5 er ikke med',
    personal: 'nej',
    purpose: 'At se, om planen bliver brugt',
    kept: withDatabase,
    readers: 'Administratorer, tovholdere og stedfortrædere',
  },
  place: {
    what: 'Gruppens kanal og dem, den har forladt: id for samtale, team og tenant samt Teams’ adresse',
    personal: 'nej',
    purpose: 'At skrive til gruppen',
    kept: 'Til gruppen flyttes eller nedlægges; kanalens id og Teams’ adresse til databasen slettes',
    readers: program,
  },
  roles: {
    what: 'Hvem der er tovholder og stedfortræder (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At kun de rette kan ændre gruppens møder',
    kept: 'Til en anden får rollen, eller gruppen nedlægges, ellers til databasen slettes',
    readers: group,
  },
  named: {
    what: 'Hvem der er udpeget til at sætte en gruppe op i en kanal (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At kun den, en administrator har udpeget, kan blive tovholder',
    kept: '90 dage, hvis ingen sætter en gruppe op i kanalen; ellers højst et døgn efter, at personen har forladt den',
    readers: group,
  },
  guests: {
    what: 'Hvilke gæster i kanalen tovholderen har fået besked om (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At fortælle det én gang, når en gæst kommer til',
    kept: 'Til gæsten har forladt kanalen, ellers til databasen slettes',
    readers: program,
  },
  subscribers: {
    what: 'Hvem der har bedt om påmindelser i den private chat (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At sende dem',
    kept: 'Til personen siger nej eller har forladt kanalen',
    readers: program,
  },
  undelivered: {
    what: 'Hvem der ikke kunne få en privat besked, og hvilken slags (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At sige det på personens næste kort',
    kept: 'Til personen har fået det at vide; højst 50, og højst 90 dage',
    readers: 'Personen selv',
  },
  plan: {
    what: 'Gruppens plan: hvilken dag, hvornår og hvor, og hvilke påmindelser',
    personal: 'nej',
    purpose: 'At lave møderne og sende det, der skal sendes',
    kept: 'Til planen ændres, ellers til databasen slettes',
    readers: group,
  },
  bookkeeping: {
    what: 'Versioner, tællere og tidspunkter, som programmet styrer sit arbejde med',
    personal: 'nej',
    purpose: 'At to ændringer ikke sletter hinanden, og at intet sendes to gange',
    kept: 'Så længe det, de hører til',
    readers: program,
  },
  meeting: {
    what: 'Mødets tid, længde og sted, og om det er aflyst',
    personal: 'muligt, fri tekst',
    purpose: 'At vise mødet og minde om det; stedet er skrevet af tovholderen',
    kept: withMeeting,
    readers: group,
  },
  cancelledBy: {
    what: 'Hvem der aflyste mødet eller tog det ud af planen (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At det kan ses, hvem der gjorde det',
    kept: withMeeting,
    readers: program,
  },
  posts: {
    what: 'Id for de kort, der står i kanalen, og for kanalen',
    personal: 'nej',
    purpose: 'At rette kortet i stedet for at sende et nyt',
    kept: withMeeting,
    readers: program,
  },
  apologies: {
    what: 'Afbud: hvilken funktion der ikke kommer, hvem der kommer i stedet, hvem der sagde det (id i Microsoft Entra), og hvornår',
    personal: 'ja, ansat eller gæst',
    purpose: 'At gruppen ved, hvem der kommer',
    kept: afterMeeting,
    readers: group,
  },
  agendaWords: {
    what: 'Punkter, begrundelser og beslutninger: det, der blev skrevet',
    personal: 'muligt, fri tekst',
    purpose: 'At lave dagsordenen. Et CPR-nummer afvises, og en enkeltsag har ingen ord',
    kept: `${withWaiting}; straks, når punktet trækkes tilbage, afvises eller fjernes`,
    readers: group,
  },
  agendaPeople: {
    what: 'Hvem der sendte punktet ind, afviste, ændrede eller udgav det (id i Microsoft Entra)',
    personal: 'ja, ansat eller gæst',
    purpose: 'At svare den rette, og at kun den rette kan ændre punktet',
    kept: withWaiting,
    readers: 'Personen selv; programmet',
  },
  agendaFacts: {
    what: 'Punktets slags, funktion, minutter, rækkefølge, tidspunkter og udfald',
    personal: 'nej',
    purpose: 'At lave dagsordenen og tage det med, der ikke blev færdigt',
    kept: withWaiting,
    readers: group,
  },
  erased: {
    what: 'At dagsordenen er slettet, og hvornår',
    personal: 'nej',
    purpose: 'At kunne sige det og ikke slette to gange',
    kept: withMeeting,
    readers: group,
  },
  feed: {
    what: 'Hvem der har fået en kalenderadresse til hvilken gruppe, på hvilket sprog og hvornår (id i Microsoft Entra). Adressen selv står der ikke, kun dens SHA-256',
    personal: 'ja, ansat eller gæst',
    purpose: 'At kalenderen kun virker for den, der er med i gruppen',
    kept: 'Til personen slår den fra, og inden for et døgn efter, at personen har forladt kanalen',
    readers: 'Personen selv; programmet',
  },
  link: {
    what: 'Hvem der bad om en fil til hvilket møde, eller om siden med tal (id i Microsoft Entra). Adressen selv står der ikke, kun dens SHA-256',
    personal: 'ja, ansat eller gæst',
    purpose: 'At filen kun kan hentes af den, der bad om den',
    kept: 'Slettes, når linket er udløbet efter ti minutter',
    readers: 'Personen selv; programmet',
  },
  ...requestClasses,
  ownFacts: {
    what: 'Det, der er rettet eller bekræftet af kommunens oplysninger: telefon, mail, åbningstider, ferier og lignende, og hvornår',
    personal: 'nej',
    purpose: 'At det rigtige står på kortene, og at en rettelse kan tages tilbage',
    kept: 'Til det rettes igen og én gang til, ellers til databasen slettes',
    readers: 'Alle, der bruger Vejviser',
  },
  factEditors: {
    what: 'Hvem der har rettet eller bekræftet en af kommunens oplysninger, og hvem der må rette en enheds: navn og id i Microsoft Entra',
    personal: 'ja, ansat eller gæst',
    purpose: 'At det kan ses, hvem der står inde for en oplysning, og at kun de rette ændrer den',
    kept: 'Til oplysningen rettes igen og én gang til; til en administrator fjerner personen',
    readers: 'Administratorer og dem, der må rette oplysningen; programmet',
  },
  audit: {
    what: 'Hvem der har ændret hvad og hvornår, og hvad der kom ud af det: rettigheder, opsætninger og anmodningers tilstand (id i Microsoft Entra). Hverken ord eller numre, og aldrig hvem der har bedt om at blive ringet op',
    personal: 'ja, ansat eller gæst',
    purpose:
      'At kunne efterse, hvem der har givet og taget rettigheder, og hvad der er gjort ved en anmodning',
    kept: 'Slettes efter 365 dage; kan hverken ændres eller slettes før',
    readers: 'Driften, med `npm run audit`',
  },
  sending: {
    what: 'Hvad der skal sendes: slags, hvilket møde eller hvilken anmodning, til hvilken kanal eller person (id i Microsoft Entra), hvornår, og hvad der kom ud af det. Aldrig ordene',
    personal: 'ja, ansat eller gæst',
    purpose: 'At sende hver ting én gang, også efter et nedbrud',
    kept: 'Slettes `RETENTION_DAYS` dage efter, at det skulle sendes',
    readers: 'Tovholderen kan se, hvad der er sendt; programmet',
  },
  rate: {
    what: 'Hvor meget der netop er sendt til en samtale eller en person',
    personal: 'ja, ansat eller gæst',
    purpose: 'At holde Teams’ grænser',
    kept: 'Glemmes, når det ikke tæller længere; højst et par timer',
    readers: program,
  },
} as const satisfies Readonly<Record<string, DataClass>>;

export type ClassId = keyof typeof classes;
