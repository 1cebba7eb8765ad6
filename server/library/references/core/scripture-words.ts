// Words that tell a place in scripture from a number that happens to stand after a word that is also a book.

/** Lower case names nobody writes for anything but the book. Other lower-case books need a verse. */
const plainBooks =
  /^(?:genesis|exodus|leviticus|deuteronomy|joshua|(?:[12]\s)?(?:samuel|chronicles|corinthians|thessalonians|timothy|peter|maccabees)|ezra|nehemiah|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|lamentations|ezekiel|hosea|obadiah|jonah|micah|nahum|habakkuk|zephaniah|haggai|zechariah|malachi|matthew|romans|galatians|ephesians|philippians|colossians|philemon|hebrews|revelation|deuteronomy|tobit|sirach|baruch)$/i;

/** Books whose name or abbreviation is also a common word; case is given up at the start of a sentence, so the case of the first letter proves nothing. */
const wordBooks =
  /^(?:mark|job|acts?|numbers?|judges|is|am|so|song|songs|kings?|ruth|lam|hab|ex|pr|prov|wis|bel|sir|we|as|at|ma|ti|re|rev|ho|da|ge|la|le|de|jo|mi|na|ph|ps|tit|mic|jud|jude|the song|hag|ac|jas|nu|heb|jon|phil|dan|john|col|gal|gen|esther?|ed|do|has|had|song of|tob|sus|bar|bars|eph|man|eze|can|num|mk|mt|pt|ju|ro|est|ec|jn|lev|judg|jdg|sam|chr|lk|lu|php|phm|cant|macc|che|acts of)\.?$/i;

/** Verbs and joints that may follow a chapter in prose: "Mark 5 tells", "Acts 2 and". */
const afterChapter =
  /^(?:and|or|to|through|in|of|is|was|as|has|had|does|do|did|are|were|with|for|from|the|where|when|which|that|who|whose|while|but|by|on|at|into|after|before|because|since|than|then|also|both|may|might|can|could|should|would|will|not|it|he|they|we|you|i|there|here|this|these|if|how|what|why|about|against|alone|again|already|nor|so|yet|too|says?|tells?|shows?|describes?|gives?|opens?|begins?|ends?|speaks?|teach(?:es)?|presents?|continues?|contains?|includes?|uses?|refers?|suggests?|makes?|takes?|reads?|recounts?|relates?|narrates?|records?|reports?|depicts?|portrays?|declares?|states?|mentions?|echoes|quotes?|cites?|alludes?|offers?|follows?|stands?|forms?|moves?|turns?|deals?|concerns?|lists?|explains?|argues?|affirms?|implies|reflects|reminds?|points?|provides?|promises?|warns?|ff?|esp|especially|cf|see|ad|verses?|vv?|vs|chapters?|ch|chs|chap)$/i;

/** What is counted or measured is no place, whatever stands before the number. */
const counted =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|people|persons|men|women|children|patients|items?|openings?|points?|percent|per|mg|g|kg|mcg|ml|l|cm|mm|km|m|miles?|feet|inch(?:es)?|pages?|tasks?|cases?|offers?|dollars?|euros?|million|billion|thousand|hundred|dozen|out|more|less|degrees?|votes?|copies|samples?|boxes|levels?|steps?|a\.?m|p\.?m|am|pm)$/i;

/** False for "Mark 5 items", "numbers 5 to 10 mg" and "he is 5:30 late": what stands between `start` and `end` is no place in scripture. */
export function isPlace(text: string, start: number, end: number): boolean {
  const shown = text.slice(start, end);
  if (shown.length === text.trim().length) return true;
  const after = text.slice(end);
  if (/[\p{L}\d]$/u.test(text.slice(0, start)) || /^-\p{L}/u.test(after) || /^\s?[%°$€]/u.test(after)) return false;
  const name =
    /^(?:[1-5]\.?\s?)?[^\d]*/
      .exec(shown)?.[0]
      .trim()
      .replace(/\s(?:chapters?|ch\.?|verses?|vv?\.?)$/i, "") ?? "";
  const next = /^\s+["“(]?([\p{L}.]+)/u.exec(after)?.[1]?.replace(/\.$/, "") ?? "";
  if (counted.test(next)) return false;
  const hasVerse = /\d\s?[:.]\s?\d|\bverses?\b|\bvv?\.?\s?\d/.test(shown);
  if (!/\p{Lu}/u.test(name)) {
    if (wordBooks.test(name) || name.length < 4) return shown.includes(":") && name.length > 2;
    return hasVerse || plainBooks.test(name);
  }
  if (hasVerse || !wordBooks.test(name) || next === "") return true;
  return /^\p{Lu}/u.test(next) || afterChapter.test(next) || !/\p{Ll}s$/u.test(next);
}
