// Places in Mishnah, Tosefta and the two Talmuds: tractate, then chapter and paragraph, or folio and side.
import type { Reference } from "../schema";

/** Tractates with the short forms they are cited by. */
const tractates: Readonly<Record<string, readonly string[]>> = {
  Berakhot: ["Berachot", "Berakoth", "Ber."],
  Peah: ["Pe'ah"],
  Shabbat: ["Shabbath", "Sabbath", "Shabb.", "Shab."],
  Eruvin: ["Erubin", "Eruv.", "Erub."],
  Pesachim: ["Pesahim", "Pes."],
  Yoma: [],
  Sukkah: ["Sukka", "Suk."],
  Betzah: ["Beitzah", "Bezah"],
  "Rosh Hashanah": ["Rosh ha-Shanah", "Rosh Hash.", "RH"],
  "Ta'anit": ["Taanit", "Taanith", "Ta'an.", "Taan."],
  Megillah: ["Megilla", "Meg."],
  "Mo'ed Qatan": ["Moed Katan", "Moed Qatan", "MQ"],
  Hagigah: ["Chagigah", "Hagiga", "Hag."],
  Yevamot: ["Yebamot", "Yebamoth", "Yev.", "Yebam."],
  Ketubot: ["Ketubbot", "Kethuboth", "Ket.", "Ketub."],
  Nedarim: ["Ned."],
  Nazir: ["Naz."],
  Sotah: ["Sota", "Sot."],
  Gittin: ["Git.", "Gitt."],
  Qiddushin: ["Kiddushin", "Qidd.", "Kid."],
  "Bava Qamma": ["Baba Kamma", "Bava Kamma", "B. Qam.", "BQ"],
  "Bava Metzia": ["Baba Metzia", "Bava Metsia", "B. Mets.", "BM"],
  "Bava Batra": ["Baba Bathra", "Baba Batra", "B. Bat.", "BB"],
  Sanhedrin: ["Sanh.", "San."],
  Makkot: ["Makkoth", "Mak."],
  Shevuot: ["Shebuot", "Shevu."],
  "Avodah Zarah": ["Abodah Zarah", "Avod. Zar.", "AZ"],
  Avot: ["Aboth", "Pirkei Avot", "Pirqe Avot"],
  Horayot: ["Hor."],
  Zevachim: ["Zebahim", "Zev."],
  Menachot: ["Menahot", "Men."],
  Hullin: ["Chullin", "Hul.", "Ḥullin"],
  Bekhorot: ["Bekh."],
  Arakhin: ["Arak."],
  Tamid: [],
  Middot: ["Mid."],
  Niddah: ["Nid.", "Nidda"],
};
const works: readonly (readonly [title: string, lead: string])[] = [
  ["Babylonian Talmud", String.raw`Babylonian\sTalmud|Bavli|BT|TB|b\.|bT|Talmud(?:\sBavli)?`],
  ["Jerusalem Talmud", String.raw`(?:Jerusalem|Palestinian)\sTalmud|Yerushalmi|JT|TJ|PT|y\.|Talmud\sYerushalmi`],
  ["Mishnah", String.raw`Mishnah?|M\.|m\.`],
  ["Tosefta", String.raw`Tosefta|Tosephta|T\.|t\.`],
];
const folio = String.raw`\d{1,3}[ab](?:[-–]\d{0,3}[ab]?)?`;
const paragraph = String.raw`\d{1,2}[:.]\d{1,2}(?:[-–]\d{1,2})?(?:,\s\d{1,3}[a-d])?`;

const canonicalNames = new Map(Object.entries(tractates).flatMap(([name, forms]) => [name, ...forms].map((form) => [plain(form), name] as const)));
let compiled: readonly { readonly title: string; readonly pattern: RegExp }[] | null = null;

/** Places in the order of the text, as "Babylonian Talmud, Sanhedrin 98a" and "Mishnah, Avot 1:1". */
export function findRabbinic(text: string): Reference[] {
  compiled ??= compile();
  const found = compiled.flatMap(({ title, pattern }) =>
    [...text.matchAll(pattern)].map((match): Reference => {
      const { tractate = "", place = "" } = match.groups ?? {};
      const value = `${title}, ${canonicalNames.get(plain(tractate)) ?? tractate} ${place.replaceAll("–", "-")}`;
      return { kind: "classical", value, start: match.index, end: match.index + match[0].length };
    }),
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function compile() {
  const forms = Object.entries(tractates)
    .flatMap(([name, others]) => [name, ...others])
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.]/g, "\\.").replaceAll("'", "['’ʿ]").replaceAll(" ", "\\s"));
  return works.map(([title, lead]) => {
    // The Babylonian Talmud is cited by folios; the others by chapter and paragraph.
    const place = title === "Babylonian Talmud" ? folio : paragraph;
    return {
      title,
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d])(?:${lead}),?\s?(?:tractate\s)?(?<tractate>${forms.join("|")})\s(?<place>${place})(?![\p{L}\d])`,
        "gu",
      ),
    };
  });
}

function plain(form: string): string {
  return form.replace(/[’ʿ]/g, "'").replace(/\s+/g, " ").toLowerCase();
}
