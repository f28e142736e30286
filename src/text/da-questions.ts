/** The questions about a concern, and their answers. */
export const daQuestions = {
  questions: {
    urgency: {
      heading: 'Hvor meget haster det?',
      why: 'Svar på højst fire spørgsmål, så ved du, hvem du skal kontakte. Det første afgør, om du skal ringe nu.',
    },
    subject: { heading: 'Hvad handler det om?', why: 'Så kommer du til den rigtige med det samme.' },
    age: {
      heading: 'Hvor gammel er personen?',
      why: 'Under 18 gælder skærpet underretningspligt. Er der flere, så svar for den yngste.',
    },
    workplace: {
      heading: 'Hvor arbejder du?',
      why: 'Skoler og institutioner har et skema; andre underretter på telefon eller mail.',
    },
  },

  choices: {
    urgency: {
      danger: { title: 'Der er fare lige nu', meaning: 'Nogen kan komme til skade nu.' },
      urgent: {
        title: 'Det kan ikke vente',
        meaning:
          'Du ved noget, der ikke kan vente til næste møde, fx om planer om vold, våben eller udrejse.',
      },
      ordinary: {
        title: 'Det haster ikke',
        meaning: 'Du er bekymret, og der er tid til at gøre det i ro og mag.',
      },
    },
    subject: {
      'young-person': {
        title: 'En bestemt person',
        meaning: 'Du tænker på en eller nogle få, uanset alder.',
      },
      general: {
        title: 'En generel bekymring',
        meaning: 'Du har lagt mærke til en tendens eller en stemning.',
      },
      returned: {
        title: 'Hjemvendt fra konfliktzone',
        meaning: 'Nogen har været i en konfliktzone og er kommet hjem.',
      },
      departure: {
        title: 'Udrejse til konfliktzone',
        meaning: 'Nogen taler om at rejse ud eller gør sig klar til det.',
      },
      released: {
        title: 'En, der er løsladt',
        meaning: 'Nogen er kommet ud af fængslet og har ekstremistiske holdninger.',
      },
      sparring: {
        title: 'Jeg vil bare vende det',
        meaning: 'Du er i tvivl om en person og vil tale med en fagperson.',
      },
      'ssp-nu': {
        title: 'En sag til SSP-NU',
        meaning:
          'Du vil have en sag med på det ugentlige møde om enkelte unge. SSP er samarbejdet mellem skole, socialforvaltning og politi.',
      },
      teaching: {
        title: 'Undervisning',
        meaning: 'Du vil have temaer til klassen eller hjælp til at undervise.',
      },
    },
    age: {
      'under-18': { title: 'Ikke fyldt 18 år' },
      adult: { title: 'Fyldt 18 år' },
      unknown: {
        title: 'Det ved jeg ikke',
        meaning: 'Kender du ikke alderen fra dit arbejde, så brug reglerne for under 18.',
      },
      'adult-with-children': {
        title: 'Fyldt 18 år, med børn i hjemmet',
        meaning: 'Der er børn under 18 i hjemmet eller et barn på vej.',
      },
    },
    workplace: {
      school: 'Skole eller institution',
      'operating-site': 'Et andet driftssted',
      other: 'Et andet sted',
    },
  },

  progress: (number: number, atMost: number): string =>
    number === atMost ? `Spørgsmål ${number} af ${atMost}` : `Spørgsmål ${number} af højst ${atMost}`,
  changing: 'Du retter et svar',
  changingHint: 'Dine andre svar er uændrede.',
};

export type QuestionsText = typeof daQuestions;
