/** What the pages say of the installation that they stand on. */
export type PageFacts = {
  readonly municipality: string;
  readonly plan: string;
  readonly keepDays: number;
};

/** A page's heading, its first sentence, and what follows: one line is a paragraph, several are a list. */
export type PageText = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
};

export type PageTexts = {
  readonly danger: (telephone: string) => string;
  readonly otherLanguage: string;
  readonly pages: string;
  readonly names: Readonly<Record<'home' | 'privacy' | 'terms', string>>;
  readonly home: (facts: PageFacts) => PageText;
  readonly privacy: (facts: PageFacts) => PageText;
  readonly terms: (facts: PageFacts) => PageText;
  /** The data-protection officer's contact; `unknown` where nobody has filled it in. */
  readonly contact: {
    readonly heading: string;
    readonly lead: (municipality: string) => string;
    readonly unknown: string;
    readonly rights: string;
  };
  readonly missing: { readonly title: string; readonly lead: string };
};

const daysOf = (days: number): string => (days === 1 ? 'én dag' : `${days} dage`);

export const daPages: PageTexts = {
  danger: (telephone) => `Er der fare lige nu, så ring ${telephone}.`,
  otherLanguage: 'In English',
  pages: 'Sider',
  names: { home: 'Om Vejviser', privacy: 'Privatliv', terms: 'Vilkår' },

  home: ({ municipality, plan }) => ({
    title: 'Vejviser',
    lead: `Vejviser viser vej i Microsoft Teams for ansatte i ${municipality}.`,
    sections: [
      {
        heading: 'Når du er bekymret for nogen',
        lines: [
          'Du svarer på højst fire spørgsmål, og Vejviser siger, hvem du skal kontakte, hvilken pligt du har, og hvordan du gør.',
          `Svaret bygger på »${plan}« og viser, hvor i planen det står.`,
        ],
      },
      {
        heading: 'Når din gruppe holder møder',
        lines: [
          'Vejviser husker gruppens møder, tager imod afbud og sender påmindelser.',
          'Medlemmerne melder punkter ind på et kort, og tovholderen gør dagsordenen klar og udsender den.',
        ],
      },
      {
        heading: 'Det gør Vejviser ikke',
        lines: [
          'Den underretter ikke for dig. Pligten er din egen.',
          'Den vurderer ingen og giver ingen point.',
          'Om en bekymring gemmer den hverken, hvad du svarer, eller hvem der har svaret.',
        ],
      },
      {
        heading: 'Sådan finder du den',
        lines: [
          'Åbn Teams, vælg Apps, søg efter Vejviser og skriv »hej«. Er den der ikke, så spørg din it-support.',
        ],
      },
    ],
  }),

  privacy: ({ municipality, keepDays }) => ({
    title: 'Privatliv',
    lead: `Her står, hvad Vejviser gemmer, hvor længe, og hvem der kan se det. Vejviser drives af ${municipality}.`,
    sections: [
      {
        heading: 'Når du er bekymret for nogen',
        lines: [
          'Vejviser gemmer hverken dine svar, eller hvem der har svaret. Svarene står på kortet i din egen chat, og du kan rydde kortet.',
          'Det, du skriver i chatten, bliver læst af programmet for at finde en kommando. Vejviser gemmer det ikke. I Teams ligger beskeden, til du sletter den, eller kommunens regler for Teams gør det.',
          'Vejviser tæller, hvor tit hver henvisning er vist på en uge og en måned, og i en måned også anmodninger, møder og punkter. Tallene siger ikke, hvem det var, og tal under 5 bliver ikke vist.',
          'Vejviser har ikke noget felt til en ung eller en sag.',
        ],
      },
      {
        heading: 'Det gemmer Vejviser, når du er med i en gruppe',
        lines: [
          'Hvem der er tovholder og stedfortræder, hvem der må sætte en gruppe op, og hvem der har bedt om påmindelser. Du står der med dit id fra kommunens brugerregister (Microsoft Entra), ikke med navn.',
          'Møderne: tid og sted, og hvem der aflyste et møde.',
          'Afbud: hvilken funktion der ikke kommer, hvem der kommer i stedet, hvem der sagde det, og hvornår.',
          'Punkter til dagsordenen: hvad der blev skrevet, hvem der meldte det ind og hvornår, og hvad der kom ud af det.',
          'At du har fået en kalenderadresse eller bedt om en fil, og hvornår, men ikke adressen.',
          'Hvad der skal sendes til hvem og hvornår, og om det kom frem. Teksten bliver ikke gemt dér.',
          'At tovholderen har fået besked om dig, hvis du er gæst i kanalen.',
        ],
      },
      {
        heading: 'Når du beder en enhed om at ringe',
        lines: [
          'Dit nummer og det, du har valgt, bliver slettet, når anmodningen er slut, senest efter 14 dage. At du har spurgt, bliver slettet syv dage senere.',
          'Dit nummer ser kun den i enheden, der har taget anmodningen.',
        ],
      },
      {
        heading: 'Hvor længe',
        lines: [
          `Punkter, beslutninger og afbud bliver slettet ${daysOf(keepDays)} efter mødet, også på kortene i kanalen.`,
          'Selve mødet med dets sted bliver slettet 90 dage senere.',
          `Hvad der er sendt til hvem, bliver slettet ${daysOf(keepDays)} efter, at det skulle sendes.`,
          'En kalenderadresse bliver slettet, når du slår den fra, eller senest et døgn efter, at du har forladt gruppens kanal. Et link til en fil gælder i ti minutter.',
          'Kunne en besked til dig ikke leveres, husker Vejviser det, til du har fået det at vide, højst i 90 dage.',
          'Hvem der har ændret rettigheder, en opsætning eller en anmodning, bliver slettet efter et år. Der står aldrig, hvem der bad om at blive ringet op.',
          'En rolle står, til en anden får den. Gruppens plan og mødernes tid og sted, og hvem der aflyste, står højst, så længe kommunen bruger Vejviser.',
        ],
      },
      {
        heading: 'Hvem kan se det',
        lines: [
          'Gruppens medlemmer kan se dens møder, afbud og dagsordener.',
          'De, der driver Vejviser for kommunen, kan læse databasen.',
          'Beskeder og kort går gennem Microsoft Teams, som kommunen selv bruger.',
          'Programmets log har ingen navne, ingen id’er for personer og intet af, hvad nogen har skrevet.',
        ],
      },
      {
        heading: 'Disse sider',
        lines: ['Siderne her har ingen cookies, ingen scripts og henter intet fra andre.'],
      },
    ],
  }),

  terms: ({ municipality, plan }) => ({
    title: 'Vilkår',
    lead: `Vejviser er til ansatte i ${municipality} og til dem, kommunen har inviteret ind i sit Teams.`,
    sections: [
      {
        heading: 'Hvad du kan regne med',
        lines: [
          `Henvisningerne og pligterne er taget fra »${plan}«. Siger planen noget andet end Vejviser, gælder planen.`,
          'Hvor planen ikke siger noget, står det ved svaret.',
          'Vejviser viser vej. Den afgør ikke en sag, og den underretter ikke for dig.',
          'Vejviser kan være ude af drift. Så gælder planen, og du kan ringe til dem, der står i den.',
        ],
      },
      {
        heading: 'Hvad vi beder dig om',
        lines: [
          'Svar med knapperne. Skriv ikke navne, CPR-numre eller andet, der peger på en person.',
          'Et punkt på en dagsorden er ikke en underretning. Skal du underrette, så gør det, som planen siger.',
          'Giv ikke din kalenderadresse til andre.',
        ],
      },
      {
        heading: 'Programmet',
        lines: [
          'Vejviser er fri software under MIT-licensen, og programmet kommer uden garanti, som licensen siger.',
        ],
      },
    ],
  }),

  contact: {
    heading: 'Spørgsmål og klager',
    lead: (municipality) =>
      `Vil du vide, hvad der er gemt om dig, have det rettet eller slettet, så skriv til databeskyttelsesrådgiveren i ${municipality}:`,
    unknown:
      'Vil du vide, hvad der er gemt om dig, have det rettet eller slettet, så spørg kommunens databeskyttelsesrådgiver. Kontakten er ikke sat ind her endnu.',
    rights: 'Du kan også klage til Datatilsynet (datatilsynet.dk).',
  },

  missing: {
    title: 'Siden findes ikke',
    lead: 'Der er ikke noget på den adresse. Vejviser selv finder du i Teams.',
  },
};
