/**
 * First names that are common in Denmark, of every origin, in small letters. Names that are also Danish words (storm, august, liv)
 * are left out: beside a class a capital letter is enough.
 */
const names = `
aaliyah abbas abdi abdirahman abdul abdulkadir abdullah abdullahi abukar adam adnan adriana agnes agnete
ahmad ahmed aisha aksana aksel albert alberte albin alexander alfred ali alice alma amal amalie aman amanda
amin amina amir amira amjad anas anders andrea andreas andrei ane anita anja ann anna anne annette anton
ariana arne arthur arwa asger asif asta astrid aya ayaan ayan ayse ayub ayşe azad bahar bashir bassam beate
benjamin bent bente berat bertram bettina bilal bilan birgit birgitte birthe bjarne blerim brian burak
camilla carina carl carla caroline carsten casper cecilie celine charlie charlotte christian christina
christoffer clara claus dagmar daniel daniella danni danny david deniz dennis derya dilan dina ditte dorte
dorthe ebba eberhard ebru eda edith edona egon elena elias elif elin elisabeth ella ellen ellie elliot emil
emilia emilie emily emine emir emma emre enes ercan erik erkan esra ester esther eva fadi fahad fahima
fahmida faisal farah fardowsa farid fatih fatima fatma fatme felix ferhat fikret filip filippa finn flemming
frank freddie frede frederik frederikke fredrik freja frida gabriel gerda gert gina gitte grethe gulsum
gurpreet gustav güler hadi hafiza hafsa hakan halima hamad hamid hamza hanna hannah hanne hans-christian
harald haris hasan hassan hatice hawa hayat heidi helena helene helle henning henny henriette henrik hibo
hichem hilal hodan holger huda hugo husein hussain hussein iben ibrahim ida idil idris ilona ilyas imad iman
imran ines inga inge inger ingrid iqra iram irfan irina irma isaac isabel isabella ismail issa ivan jackie
jacob jakob jakub jamal jamila jan jane janne jaqueline jasmin jeanette jens jeppe jesper jessica jeton
jette jimmi jimmy joakim johan johanne johannes john johnny jonas jonathan jonna josef josefine josephine
julia julian julie julius jørgen jørn kadir kamal kamila karen karim karin karina karl karla karoline
karsten kasim kasper katarina katja katrine keld kemal kenneth kenny kenza kerim kevin khadija khaled khalid
khalil kim kirsten kirstin kirstine kjeld klara klaus knud konrad kristian kristina kristine kristoffer kurt
laila lamin lars lasse latifa laura layan layla lea leah leif leila lena lene leo leon leonora leyan leyla
liam liban lillian lilly lina linda lirim lisa lisbeth lise lone lotte louis louise lucas lucia ludvig lukas
lukasz lykke lærke mads magnus mahad mahamed mahdi mahmoud mahmud maida maja malaika malak malene malika
malin malte malthe manal marcus margit margrethe maria mariam mariana marianne marie marius marko martin
martine marwa marwan maryam masoud mathias mathilde matias matilde mattias maximilian maya mehdi mehmet
melanie melisa merete merve meryem mesut mette mia michael michelle miguel mikael mikail mikas mike mikkel
milad milena mille milo minna mira mogens mohamad mohamed mohammad mohammed mohsen mona monika morten mousa
muhammad muhammed munir murad murat musa musab mustafa nabil nada nadia nadir nadja naima nanna nasir nasra
nasrin nassim natalie natasja nathalie nawal nezir nicki nicklas nicolai nicoline niels nikita nikolaj nimo
nina noah noor nora nour noura olaf olav ole olga oliver olivia omar omer omid oscar oskar osman otto palle
patrick patrik paula pawel pelle pernille peter petra philip pia poul preben rahma ramazan rami ramin rana
rania ranya rashid rasmus rayan rebecca recep rene rené resul reza riad ricky rikke robert robin ronja ronni
ronny roya ruben rukiye rune ruqaya ruth sabine sabrina sadiya safa safiya safwan sahar said sakarias salah
salim salma salman samantha sami samir samira samuel sana sandra sanna sanne santino sara sarah saynab
sebastian selin selma sema semir serdar serkan sevda shabana shahid shirin shukri sibel signe sigurd siham
silas silje simon simone sindy sine sivan smilla sofia sofie solveig sonja sophia sophie soraya steen stefan
steffen stine suleiman suleyman sumaya susan susanne svend søren søs taha tahir tamara tanja tanya tarek
tariq tayyab thea theis theodor thomas thor thorbjørn tilde tim tina tobias tomas tommy tonje tonny torben
tove trine troels tuba tugba tuva tyra ubah uffe ulla umar umut usman valdemar valentin valentina vanessa
vera vibeke victor vigga viggo viktor viktoria villads vincent vivi vivian wafa wahid waleed walid wassim
wiktor wilhelm wiliam willads william winnie xenia xhemal yahia yahya yaqub yara yasemin yasin yasir yasmin
yassin yonas yonis yosef younes yousef yousra youssef yunes yunus yusra yusuf zahra zaid zainab zakaria
zakarias zakariya zaki zara zaynab zeki zeynep ziad zina zoe zohaib zohra zuhal åge åse øjvind`;

const firstNames: ReadonlySet<string> = new Set(names.split(/\s+/).filter((name) => name !== ''));

const isKnown = (word: string): boolean =>
  firstNames.has(word) || firstNames.has(word.replace(/['’]s?$|s$/, ''));

/** True for a first name in any case, also a double one (Knud-Erik) or with the s of a genitive. */
export const isFirstName = (word: string): boolean => {
  const small = word.toLowerCase();
  return isKnown(small) || small.split('-').some((part) => part.length > 2 && isKnown(part));
};
