// The language of a question, by its words of grammar: a question is too short for the statistics that tell the language of a document.
const grammar: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    (
      "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren wird werden wurde wurden hat haben hatte " +
      "kann können darf dürfen soll sollte muss müssen man es er sie ich du wir ihr was wer wie wo wann warum wieso welche welcher welches welchen welchem " +
      "wieviel viel viele lange lang oft von vom zu zum zur im in am an auf aus bei beim mit nach über unter vor für gegen durch um als auch noch nur schon " +
      "sich gibt es bitte mir mich über sagt sagen heißt bedeutet gilt macht tut bekommen nehmen einnehmen liegt beträgt"
    ).split(" "),
  ),
  fr: new Set(
    (
      "le la les l un une des du de d au aux et ou mais ne pas n est sont était étaient sera a ont avait peut peuvent doit doivent faut on il elle ils elles " +
      "je tu nous vous que qu quoi qui quel quelle quels quelles comment où quand pourquoi combien est-ce se s sa son ses ce cette ces cet par pour avec sans " +
      "dans sur sous en entre chez contre plus très aussi y dit signifie fait prendre donne"
    ).split(" "),
  ),
  es: new Set(
    (
      "el la los las un una unos unas y o pero no es son era eran fue fueron será ha han había puede pueden debe deben se su sus lo le les yo tú nosotros " +
      "qué que quién quiénes cuál cuáles cómo dónde cuándo cuánto cuánta cuántos cuántas por para con sin en de del al a entre sobre según hasta desde más muy " +
      "también este esta estos estas ese esa dice significa tiene tienen hay está están tomar hace"
    ).split(" "),
  ),
  it: new Set(
    (
      "il lo la i gli le un uno una del dello della dei degli delle di da dal dalla in nel nella nei con su sul sulla per tra fra e o ma non è sono era erano " +
      "ha hanno può possono deve devono si che chi cosa quale quali qual come dove quando perché quanto quanta quanti quante al allo alla ai agli alle più " +
      "anche questo questa quello quella suo sua dice significa fa"
    ).split(" "),
  ),
};
/** Words that only this language has among those here and English. */
const least = 2;

/** ISO 639-1 code of a language that is not English; null for English and for what is not known. */
export function foreignLanguage(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(grammar).map(([language, known]) => ({ language, count: words.filter((word) => known.has(word)).length }));
  const english = words.filter((word) => englishGrammar.has(word)).length;
  const [first] = counts.sort((a, b) => b.count - a.count);
  const asks = /[¿¡]/.test(text) ? 1 : 0;
  return first && first.count + asks >= least && first.count > english ? first.language : null;
}

const englishGrammar = new Set(
  "the of is are was were what which who how when where why does do did can and to for with it that this be has have".split(" "),
);

/** Whether a word is one of grammar in a language. */
export const isGrammar = (word: string, language: string): boolean => grammar[language]?.has(word) ?? false;
