// bible-api and Sefaria over two passages: one of the New Testament, which Sefaria does not hold, and one that both hold.
import { jsonReply, type Standin } from "../wire";

/** Public-domain translations, as they were printed. */
const renderings: Readonly<Record<string, { readonly name: string; readonly verses: Readonly<Record<string, string>> }>> = {
  web: {
    name: "World English Bible",
    verses: {
      "Romans 8:28": "We know that all things work together for good for those who love God, for those who are called according to his purpose.\n",
      "Genesis 1:1": "In the beginning, God created the heavens and the earth.\n",
    },
  },
  kjv: {
    name: "King James Version",
    verses: {
      "Romans 8:28":
        "And we know that all things work together for good to them that love God, to them who are the called according to his purpose.\n",
      "Genesis 1:1": "In the beginning God created the heaven and the earth.\n",
    },
  },
  asv: {
    name: "American Standard Version (1901)",
    verses: {
      "Romans 8:28":
        "And we know that to them that love God all things work together for good, even to them that are called according to his purpose.\n",
    },
  },
  clementine: {
    name: "Clementine Latin Vulgate",
    verses: { "Romans 8:28": "Scimus autem quoniam diligentibus Deum omnia cooperantur in bonum, iis qui secundum propositum vocati sunt sancti.\n" },
  },
};

export const bibleApiStandin: Standin = {
  id: "bible-api",
  handle: ({ path, query }) => {
    const reference = decodeURIComponent(path.slice(1));
    const id = query.get("translation") ?? "web";
    const rendering = renderings[id];
    const text = rendering?.verses[reference];
    const [, book = "", chapter = "", verse = ""] = /^(.+) (\d+):(\d+)$/.exec(reference) ?? [];
    if (!rendering || !text) return jsonReply({ error: "not found" }, { status: 404 });
    const verses = [{ book_id: book.slice(0, 3).toUpperCase(), book_name: book, chapter: Number(chapter), verse: Number(verse), text }];
    return jsonReply({ reference, verses, text, translation_id: id, translation_name: rendering.name, translation_note: "Public Domain" });
  },
};

type Text = { readonly ref: string; readonly versions: readonly Readonly<Record<string, unknown>>[] };

const hebrew = (versionTitle: string, text: string, license = "Public Domain") => ({
  versionTitle,
  language: "he",
  actualLanguage: "he",
  languageFamilyName: "hebrew",
  license,
  isSource: true,
  text,
});
const english = (versionTitle: string, text: string, license: string) => ({
  versionTitle,
  language: "en",
  actualLanguage: "en",
  languageFamilyName: "english",
  license,
  isSource: false,
  text,
});
const texts: Readonly<Record<string, Text>> = {
  "Genesis.1.1": {
    ref: "Genesis 1:1",
    versions: [
      hebrew("Stand-in Masoretic Text", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃"),
      english(
        "Stand-in Community Translation",
        'When God began to create<sup class="footnote-marker">a</sup><i class="footnote">Others: In the beginning God created.</i> heaven and earth',
        "CC-BY",
      ),
    ],
  },
  "Rashi on Genesis 1:1:1": {
    ref: "Rashi on Genesis 1:1:1",
    versions: [english("Stand-in Rashi", "<b>In the beginning</b>: this verse asks to be explained, Rashi says, as the sages explained it.", "CC0")],
  },
  "Bereshit Rabbah 1:1": {
    ref: "Bereshit Rabbah 1:1",
    versions: [english("Stand-in Midrash", "Rabbi Oshaya opened: the Torah says, I was the working tool of the Holy One.", "CC0")],
  },
};
const links = [
  { ref: "Rashi on Genesis 1:1:1", category: "Commentary", type: "commentary", index_title: "Rashi on Genesis" },
  { ref: "Bereshit Rabbah 1:1", category: "Midrash", type: "midrash", index_title: "Bereshit Rabbah" },
  { ref: "Psalms 33:6", category: "Tanakh", type: "quotation", index_title: "Psalms" },
  { ref: "Proverbs 8:22", category: "Tanakh", type: "", index_title: "Proverbs" },
];

export const sefariaStandin: Standin = {
  id: "sefaria",
  handle: ({ path }) => {
    const [, kind = "", encoded = ""] = /^\/api\/(v3\/texts|related)\/(.+)$/.exec(path) ?? [];
    const ref = decodeURIComponent(encoded);
    if (kind === "related") return ref === "Genesis.1.1" ? jsonReply({ links, sheets: [], notes: [], topics: [] }) : jsonReply({ links: [] });
    const found = kind === "" ? undefined : texts[ref];
    return found
      ? jsonReply({ ...found, book: "Genesis", available_versions: [], warnings: [] })
      : jsonReply({ error: `Could not find title in reference: ${ref}` }, { status: 404 });
  },
};
