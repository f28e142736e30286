import type { Language } from '../municipality/schema';

/** What one may do with groups, in the place where it is asked and for who asks. */
const da = {
  headingHere: 'Det kan du i kanalen',
  headingMine: 'Det kan du i dine grupper',
  concern:
    'Er du bekymret for nogen, så skriv ikke om det her. Det svarer Vejviser kun på i den private chat.',
  meetings: 'Se møderne, meld afbud og læg mødet i din kalender.',
  agenda: 'Se dagsordenen og meld et punkt ind til næste møde.',
  mine: 'Få påmindelser og kalender fra en gruppe i den private chat.',
  words: 'Skriv i kanalen: **@Vejviser møder**, **@Vejviser dagsorden** eller **@Vejviser hjælp**.',
  coordinatorHeading: 'Som tovholder eller stedfortræder kan du også',
  coordinator: [
    'Rette, flytte eller aflyse et møde: åbn mødet og vælg »Mere«.',
    'Gøre dagsordenen klar, udsende den og notere beslutninger: åbn dagsordenen.',
    'Lave en ny plan, tilføje et møde eller nedlægge gruppen: skriv **@Vejviser opsæt** i kanalen.',
    'Flytte gruppen til en anden kanal: skriv **@Vejviser opsæt** i den nye kanal.',
  ],
  figures:
    'Se tal for brugen af Vejviser: skriv **tal** i den private chat, eller **@Vejviser tal** i kanalen.',
  chooseDeputy: 'Vælge stedfortræder: skriv **@Vejviser opsæt** i kanalen.',
  namedHeading: 'Du må sætte gruppen op',
  named: 'Skriv **@Vejviser opsæt** i kanalen. Så bliver du gruppens tovholder.',
  administratorHeading: 'Som administrator kan du også',
  administrator: 'Udpege tovholdere eller nedlægge gruppen: skriv **@Vejviser opsæt** i gruppens kanal.',
  administratorPrivately:
    'Nedlægge en gruppe, hvis kanal ikke findes mere: skriv **opsæt** i den private chat.',
  administratorUnits:
    'Give en enhed en kanal, så den kan blive bedt om at ringe: skriv **@Vejviser enhed** i kanalen.',
  noGroup: 'Kanalen hører ikke til en gruppe endnu. Tovholderen skriver **@Vejviser opsæt** her.',
  noGroups: 'Du er ikke med i en gruppe, som Vejviser kender.',
  outsider: 'Gruppens møder og dagsorden er for dem, der er med i kanalen.',
  unknown: 'Teams svarer ikke på, hvem der er med i kanalen, så noget kan mangle. Prøv igen om lidt.',
  setUp: 'Gruppens plan og personer',
};

export type GroupHelpText = typeof da;

const en: GroupHelpText = {
  headingHere: 'What you can do in this channel',
  headingMine: 'What you can do in your groups',
  concern:
    'If you are worried about somebody, don’t write about it here. Vejviser answers that only in the private chat.',
  meetings: 'See the meetings, send apologies and put a meeting in your calendar.',
  agenda: 'See the agenda, and submit an item for the next meeting.',
  mine: 'Get a group’s reminders and calendar in the private chat.',
  words: 'Write in the channel: **@Vejviser meetings**, **@Vejviser agenda** or **@Vejviser help**.',
  coordinatorHeading: 'As coordinator or deputy you can also',
  coordinator: [
    'Change, move or cancel a meeting: open it and choose “More”.',
    'Arrange and publish the agenda and note decisions: open the agenda.',
    'Make a new plan, add a meeting or dissolve the group: write **@Vejviser set up** in the channel.',
    'Move the group to another channel: write **@Vejviser set up** in the new channel.',
  ],
  figures:
    'See figures of how Vejviser is used: write **figures** in the private chat, or **@Vejviser figures** in the channel.',
  chooseDeputy: 'Choose a deputy: write **@Vejviser set up** in the channel.',
  namedHeading: 'You may set the group up',
  named: 'Write **@Vejviser set up** in the channel. You then become the group’s coordinator.',
  administratorHeading: 'As administrator you can also',
  administrator:
    'Appoint coordinators or dissolve the group: write **@Vejviser set up** in the group’s channel.',
  administratorPrivately:
    'Dissolve a group whose channel no longer exists: write **set up** in the private chat.',
  administratorUnits:
    'Give a unit a channel, so that it can be asked to call: write **@Vejviser unit** in the channel.',
  noGroup: 'The channel has no group yet. The coordinator writes **@Vejviser set up** here.',
  noGroups: 'You aren’t in a group that Vejviser knows.',
  outsider: 'The group’s meetings and agenda are for those who are in the channel.',
  unknown: 'Teams doesn’t say who is in the channel, so something may be missing. Try again in a moment.',
  setUp: 'The group’s plan and people',
};

export const groupHelpTexts: Readonly<Record<Language, GroupHelpText>> = { da, en };
