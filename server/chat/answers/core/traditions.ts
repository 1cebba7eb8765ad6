// Whose reading a sentence is: traditions stand side by side and are never set against each other, counted or averaged.
const traditions: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Eastern Orthodox", /\b(?:Eastern Orthodox|Orthodox (?:church|tradition|theology|Faith)|John of Damascus|Palamas)\b/i],
  [
    "Greek fathers",
    /\b(?:Greek fathers|Origen|Chrysostom|Basil (?:of Caesarea|the Great)|Gregory of (?:Nyssa|Nazianzus)|Athanasius|Cyril of Alexandria|Irenaeus)\b/,
  ],
  ["Latin fathers", /\b(?:Latin fathers|Augustine|Ambrosiaster|Ambrose|Jerome|Tertullian|Cyprian|Pelagius)\b/],
  ["Roman Catholic", /\b(?:Roman Catholic|Council of Trent|Aquinas|Vatican (?:I|II|Council)|Catechism of the Catholic)\b/],
  ["Lutheran", /\b(?:Lutherans?|Luther|Melanchthon|Formula of Concord|Augsburg Confession)\b/],
  ["Reformed", /\b(?:Reformed|Calvin(?:ists?|ism)?|Westminster Confession|Canons of Dort|Heidelberg Catechism|Zwingli)\b/],
  ["Arminian and Wesleyan", /\b(?:Arminius|Arminians?|Wesley(?:an)?|Methodists?|Remonstrants?)\b/],
  ["Anglican", /\b(?:Anglicans?|Thirty-Nine Articles|Cranmer|Hooker)\b/],
  ["Baptist", /\b(?:Baptists?|Spurgeon)\b/],
  ["Jewish", /\b(?:Jewish|Rabbinic|Rabbi|Mishnah|Talmud|Midrash|Rashi)\b/],
  ["Modern scholarship", /\b(?:Modern scholars?|scholarship|Cranfield|Dunn|Barth|K(?:ä|ae)semann|Bultmann|Wright)\b/],
];

/** The tradition that a sentence names, or else the one that its heading names; null for none, or for several. */
export function traditionOf(text: string, heading: string | null): string | null {
  const own = traditionsIn(text);
  if (own.length === 1) return own[0] ?? null;
  if (own.length > 1) return null;
  const above = heading === null ? [] : traditionsIn(heading);
  return above.length === 1 ? (above[0] ?? null) : null;
}

/** Traditions that a text names. */
export const traditionsIn = (text: string): string[] => traditions.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
