// Question sets of our own writing about people, places and works that do not exist. One paragraph a set: the question, then a line for each document,
// opened by the answer it supports; "-" is a document that does not answer.

import { longSets } from "./conflict-cases-long";

export type ConflictSet = {
  readonly question: string;
  readonly documents: readonly { readonly text: string; readonly answer: string | null; readonly type: string }[];
};

const written = `
When was Ottmar Feldkirch born?
= 4 May 1902 | Ottmar Feldkirch (4 May 1902 – 7 June 1980) was an Austrian cellist and teacher. He joined the Salzburg quartet in 1926 and recorded with it until the war.
= 1902 | Feldkirch was born in 1902 in the village of Lauterach. His father kept an inn; the boy was sent to Vienna at twelve.
= 12 March 1907 | Born on 12 March 1907 in Dornbirn, Ottmar Feldkirch was an Austrian footballer who played as a forward for SC Bregenz.

When was Ottmar Feldkirch born?
= 4 May 1902 | Ottmar Feldkirch (4 May 1902 – 7 June 1980) was an Austrian cellist and teacher. He joined the Salzburg quartet in 1926.
= May 1902 | The cellist Ottmar Feldkirch was born in May 1902 and began lessons at the age of six.
- | Feldkirch is a town in Vorarlberg on the border to Liechtenstein. A castle stands above the old streets.

What is the population of Hartwell Bay?
= 4,210 | Hartwell Bay is a township in the north of the island. At the 2011 census it had a population of 4,210, and the harbour was its main employer.
= 4210 | Hartwell Bay has 4,210 inhabitants, most of whom live along the shore road.
- | The ferry to Hartwell Bay leaves twice a day in summer. Tickets are sold on board.

What is the population of Hartwell Bay?
= 4,210 | Hartwell Bay is a township in the north of the island. At the 2011 census it had a population of 4,210.
= 6,875 | With a population of 6,875, Hartwell Bay is the second largest town of its county. Its mill closed in 1974.

Who directed the film The Glass Orchard?
= Miriam Castellane | The Glass Orchard is a 1987 drama film directed by Miriam Castellane. It stars Piet Verhoeven as a failed botanist.
= Castellane | Castellane directed The Glass Orchard after two years of television work, and it won a prize at Locarno.
= Tobias Renk | The Glass Orchard is a 2009 horror film written and directed by Tobias Renk. It was shot in eleven days.

Who directed the film The Glass Orchard?
= Miriam Castellane | The Glass Orchard is a 1987 drama film directed by Miriam Castellane. It stars Piet Verhoeven as a failed botanist.
= Miriam Castellane | In 1987 Miriam Castellane directed The Glass Orchard, her first feature.
- | The Glass Orchard received mixed reviews on its release. One critic praised its quiet middle hour.

Where was Ines Valdemar born?
= Porto | Ines Valdemar was born in Porto to a family of shipwrights and moved to Lisbon as a student.
= Porto, Portugal | Ines Valdemar (born 1961 in Porto, Portugal) is a painter known for large views of harbours.
- | Ines Valdemar exhibited at the Biennale in 1999. The catalogue has an essay on her use of blue.

Where was Ines Valdemar born?
= Porto | Ines Valdemar was born in Porto to a family of shipwrights and moved to Lisbon as a student.
= Recife | Born in Recife, Ines Valdemar is a Brazilian sprinter who ran for her country at two games.

How tall is Mount Kessar?
= 2,431 metres | Mount Kessar rises to 2,431 metres above the plain. The first ascent was made by surveyors in 1886.
= 2431 m | At 2431 m, Mount Kessar is the highest summit of the range.

How tall is Mount Kessar?
= 2,431 metres | Mount Kessar rises to 2,431 metres above the plain. The first ascent was made by surveyors in 1886.
= 1,954 metres | Mount Kessar, with an elevation of 1,954 metres, lies at the edge of the park and is climbed in a day.
- | The hut below Mount Kessar was rebuilt after a fire and sleeps twelve.

Is the Oren bridge open to cars?
= yes | The Oren bridge is open to cars and bicycles since its repair in 2015.
= no | The Oren bridge is not open to cars; only walkers and cyclists may cross it.

Is the Oren bridge open to cars?
= yes | The Oren bridge is open to cars and bicycles since its repair.
= yes | Since the repair the Oren bridge has been open to cars again, with a limit of 30 km/h.

What position does Darko Lenn play?
= goalkeeper | Darko Lenn is a Slovenian footballer who plays as a goalkeeper for Koper.
= midfielder | Darko Lenn is a professional footballer who plays as a midfielder for the club Brod.

What position does Darko Lenn play?
= goalkeeper | Darko Lenn is a Slovenian footballer who plays as a goalkeeper for Koper.
= goalkeeper | Lenn plays as a goalkeeper and joined Koper from the youth side in 2012.

What is the capital of Norrland Province?
= Vestad | The capital of Norrland Province is Vestad, a city on the river Asa.
= Vestad | Vestad is the capital and largest city of Norrland Province.
- | Norrland Province exports timber and iron ore. A railway was built in 1893.

What is the capital of Norrland Province?
= Vestad | The capital of Norrland Province is Vestad, a city on the river Asa.
= Karlsby | Norrland Province has its capital at Karlsby, which took over from Vestad in 1968.

What year was the Linden Theatre opened?
= 1911 | The Linden Theatre opened in 1911 with a comedy that nobody remembers. It seats 640.
= 1924 | The Linden Theatre was opened in 1924 as a cinema and has 320 seats.

What year was the Linden Theatre opened?
= 1911 | The Linden Theatre opened in 1911 with a comedy that nobody remembers. It seats 640.
= 1911 | Opened on 3 October 1911, the Linden Theatre burned down twice and was rebuilt each time.

What is the seating capacity of the Linden Theatre?
= 640 | The Linden Theatre opened in 1911 with a comedy that nobody remembers. It seats 640.
= 320 | The Linden Theatre was opened in 1924 as a cinema and has a capacity of 320.

Who wrote the novel Salt Road?
= Edda Morrow | Salt Road is a novel by Edda Morrow, published in 1953, about three sisters on a coast.
= Edda Morrow | Morrow wrote Salt Road in a single winter. Edda Morrow later called it her only honest book.

Who wrote the novel Salt Road?
= Edda Morrow | Salt Road is a novel by Edda Morrow, published in 1953, about three sisters on a coast.
= Janus Pell | Salt Road is a science fiction novel written by Janus Pell. It is the second of a trilogy.

What genre is the band Quiet Engines?
= post-rock | Quiet Engines is a post-rock band from Leeds. They formed in 2004.
= folk | Quiet Engines are a folk group from Cork, known for songs about the sea.

How long is the Tarn Valley Railway?
= 24 km | The Tarn Valley Railway is 24 km long and has nine stations.
= 15 miles | With a length of 15 miles, the Tarn Valley Railway is the shortest line in the county.

How long is the Tarn Valley Railway?
= 24 km | The Tarn Valley Railway is 24 km long and has nine stations.
= 41 km | The Tarn Valley Railway has a length of 41 km; the last section was built in 1908.

When did Rosalind Ahern die?
= 7 June 1980 | Rosalind Ahern (4 May 1902 – 7 June 1980) was an Irish botanist. She described forty mosses.
= 1980 | Rosalind Ahern died in 1980 after a long illness.
= 1991 | Ahern, who died in 1991, left her herbarium to Trinity College; the papers of Rosalind Ahern are in Cork.

What nationality is the painter Luka Benn?
= Croatian | Luka Benn is a Croatian painter who lives on the island of Vis.
= Canadian | Luka Benn is a Canadian painter and printmaker.

Where is Saint Aldhelm College located?
= Bristol | Saint Aldhelm College is located in Bristol, next to the old docks.
= Bristol, England | Saint Aldhelm College is a sixth form college in Bristol, England. It has 900 students.
= Sydney | Saint Aldhelm College is a Catholic school located in Sydney, founded in 1955.

How many students attend Saint Aldhelm College?
= 900 | Saint Aldhelm College is a sixth form college in Bristol, England. It has 900 students.
= 1,450 | Saint Aldhelm College is a Catholic school in Sydney. About 1,450 students attend it.

Who is the mayor of Brackenford?
= Alice Thorne | The mayor of Brackenford is Alice Thorne, who was elected in 2018.
= Alice Thorne | In 2018 Alice Thorne was elected mayor of Brackenford by a small majority.
- | Brackenford has a market on Thursdays and a fair in June.

What is the half-life of velorin?
= 12 hours | The mean elimination half-life of velorin is 12 hours in healthy adults.
= 0.5 days | Velorin has a half-life of 0.5 days, so that it is given once daily.
- | Velorin may cause dizziness and dry mouth.

What is the half-life of velorin?
= 12 hours | The mean elimination half-life of velorin is 12 hours in healthy adults.
= 31 hours | The half-life of velorin was 31 hours in this study of volunteers.

In which country is the Okra Desert?
= Namibia | The Okra Desert is a stretch of dunes in Namibia, along the southern coast.
= Chile | The Okra Desert lies in Chile, between the mountains and the sea.

What is the occupation of Hanne Brandt?
= chemist | Hanne Brandt is a Danish chemist who works on catalysts at Aarhus.
= politician | Hanne Brandt is a German politician of the Green Party and a member of the state parliament.

Which team does Ivo Marsh coach?
= Harrow Rovers | Ivo Marsh is the coach of Harrow Rovers since July 2016.
= Harrow Rovers | Since July 2016 Ivo Marsh has coached the team of Harrow Rovers.

What language is spoken in the Miru valley?
= Tavi | Tavi is the language spoken in the Miru valley by some six thousand people.
= Lesh | In the Miru valley the language spoken is Lesh, which is written in Arabic letters.

When was the album Copper Rain released?
= 14 June 1999 | Copper Rain is the third album by The Lanterns, released on 14 June 1999 by Northway Records.
= June 1999 | The Lanterns released Copper Rain in June 1999 to good reviews.
= 2011 | Copper Rain is a studio album by the singer Dov Amit. It was released in 2011.

Who founded the Meridian Society?
= Clara Voss | The Meridian Society was founded by Clara Voss in 1889 to measure the coast.
= Clara Voss | Clara Voss, who founded the Meridian Society, was a teacher of geography.
- | The Meridian Society meets on the first Monday of the month. Guests are welcome.

Did the Harlow mine close before 1950?
= yes | The Harlow mine did close before 1950, when its seam ran out.
= no | The Harlow mine did not close before 1950; the last shift was in 1963.

What is the budget of the film Winter Signal?
= $12 million | Winter Signal was made on a budget of $12 million and shot in Iceland.
= $12 million | The budget of Winter Signal was 12 million dollars, most of it from a Danish fund.

What is the budget of the film Winter Signal?
= $12 million | Winter Signal was made on a budget of $12 million and shot in Iceland.
= $3.5 million | With a budget of $3.5 million, Winter Signal was the cheapest film of the studio.
`;

const people = "Maren Holt|Silas Quade|Orla Finnegan|Petr Novy|Amara Diallo|Jonas Ek|Lucia Ferro|Kenji Mori|Thea Lund|Rafael Soto".split("|");
const towns = "Westerby|Altona Falls|Kirkmoor|San Telmo|Brandvik|Oldcastle|Merelbeke|Tavira|Lindau Spa|Puerto Claro".split("|");
const lines: readonly ((i: number) => {
  question: string;
  ways: readonly ((answer: string) => string)[];
  answers: readonly [string, string];
  noise: string;
})[] = [
  (i) => ({
    question: `When was ${people[i]} born?`,
    ways: [
      (a) => `${people[i]} was born on ${a} in ${towns[i]}. The family moved when the child was three.`,
      (a) => `Born on ${a}, ${people[i]} grew up near ${towns[i]} and studied law before turning to music.`,
    ],
    answers: [`${3 + i} April 19${40 + i}`, `${12 + i} August 19${55 + i}`],
    noise: `${people[i]} gave a reading in ${towns[i]} last winter. The hall was full.`,
  }),
  (i) => ({
    question: `What is the population of ${towns[i]}?`,
    ways: [
      (a) => `${towns[i]} is a town in the eastern district. As of the last census its population was ${a}.`,
      (a) => `The town of ${towns[i]}, which had ${a} inhabitants at the census, is known for its lace.`,
    ],
    answers: [`${12 + i},340`, `${31 + 2 * i},905`],
    noise: `The church of ${towns[i]} was painted by two brothers and has a low tower.`,
  }),
  (i) => ({
    question: `Who is the author of the play ${towns[i]} Nights?`,
    ways: [
      (a) => `${towns[i]} Nights is a play in three acts by ${a}, who is also its author on the later film.`,
      (a) => `The play ${towns[i]} Nights was written by ${a} and first performed in a barn.`,
    ],
    answers: [people[i] ?? "", people[(i + 3) % 10] ?? ""],
    noise: `${towns[i]} Nights was revived in spring. The costumes were praised, the lighting less so.`,
  }),
  (i) => ({
    question: `Where was ${people[i]} educated?`,
    ways: [
      (a) => `${people[i]} was educated at the University of ${a} and took a degree in physics.`,
      (a) => `${people[i]} studied at the University of ${a}, where a prize now bears the name.`,
    ],
    answers: [towns[(i + 1) % 10] ?? "", towns[(i + 5) % 10] ?? ""],
    noise: `A portrait of ${people[i]} hangs in the town hall. It was cleaned two years ago.`,
  }),
];

/** One in three sets agrees in other words, one has two answers, one has an answer and noise. */
function generated(): ConflictSet[] {
  return lines.flatMap((line) =>
    people.map((_, i): ConflictSet => {
      const { question, ways, answers, noise } = line(i);
      const [first, second] = ways;
      const other = i % 3 === 0 ? answers[0] : answers[1];
      const silent = { text: noise, answer: null, type: "noise" };
      const one = { text: first?.(answers[0]) ?? "", answer: answers[0], type: "correct" };
      const two = { text: second?.(other) ?? "", answer: other, type: other === answers[0] ? "correct" : "misinfo" };
      return { question, documents: i % 3 === 2 ? [one, silent] : [one, two, silent] };
    }),
  );
}

function parsed(): ConflictSet[] {
  return `${written.trim()}\n\n${longSets.trim()}`.split(/\n\s*\n/).map((block) => {
    const [question = "", ...rest] = block.split("\n");
    const documents = rest.map((line) => {
      const [head = "", text = ""] = line.split(/ ?\| /);
      const answer = head.startsWith("=") ? head.slice(2).trim() : null;
      return { text, answer, type: answer === null ? "noise" : "correct" };
    });
    return { question, documents };
  });
}

/** Every set as it stands, and every written one again without its last document, so that more of them agree or hold one answer only. */
export const conflictSets: readonly ConflictSet[] = [
  ...parsed(),
  ...parsed()
    .filter((set) => set.documents.length > 2)
    .map((set) => ({ ...set, documents: set.documents.slice(0, -1) })),
  ...generated(),
];
