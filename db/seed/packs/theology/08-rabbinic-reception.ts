import type { CategoryDefinitionInput } from "@/server/research/categories/schema";
import { identifier, namesIn, phrases, prompts, prose, reference, setOf, vocabulary } from "../define";

const works = vocabulary(`
  Mishnah: avot, pirkei avot, m. avot
  Tosefta
  Babylonian Talmud: bavli, b. sanhedrin, b. berakhot, talmud
  Jerusalem Talmud: yerushalmi, palestinian talmud
  Mekhilta: mekhilta de-rabbi ishmael
  Sifra
  Sifre: sifrei
  Genesis Rabbah: bereshit rabbah
  Midrash Rabbah: exodus rabbah, leviticus rabbah, lamentations rabbah
  Midrash Tehillim: midrash psalms
  Pesikta de-Rav Kahana: pesikta
  Tanhuma: midrash tanhuma
  Targum: targum onkelos, targum jonathan
  Zohar
  Mishneh Torah
  Shulchan Arukh: shulhan arukh
`);

const sages = vocabulary(`
  Hillel
  Shammai
  Rabbi Akiva: akiva, r. akiva
  Rabbi Ishmael: r. ishmael
  Rabbi Yohanan ben Zakkai
  Rabbi Judah the Prince: rabbi yehudah hanasi
  Rabbi Meir
  Rabban Gamaliel
  Saadia Gaon: saadia
  Rashi
  Abraham Ibn Ezra: ibn ezra
  Maimonides: rambam
  Nahmanides: ramban
  David Kimhi: radak, kimchi
  Gersonides: ralbag
  Sforno
  Malbim
`);

const rabbinic = [
  ...namesIn(works, sages),
  ...phrases("rabbi, rabbis, rabbinic, rabbinical, sages, jewish, jewish scripture, jewish tradition, midrash, talmud, mishnah, targum"),
];

export const rabbinicReception: CategoryDefinitionInput = {
  slug: "rabbinic_reception",
  name: "Rabbinic reception",
  description: "How rabbinic literature and the medieval Jewish commentators read the passage or its theme, with work, place and sage.",
  searchParameters: {
    queries: [
      "{subject} midrash and Talmud",
      "{subject} Rashi Ibn Ezra Ramban commentary",
      "{subject} rabbinic interpretation",
      "{subject} Jewish commentary halakhah aggadah",
    ],
    apis: ["sefaria"],
    domains: ["sefaria.org", "jewishvirtuallibrary.org", "thetorah.com"],
    terms: phrases(
      `midrash, talmud, mishnah, rabbi, rabbinic, rashi, ibn ezra, ramban, maimonides, halakhah, aggadah, targum, sages, jewish, avot, israel, tosefta`,
    ),
  },
  processingRules: {
    facts: [
      setOf("work", "Works", "says, teaches, reads, explains, midrash, rabbah, talmud, mishnah, interprets, commentary", works, {
        section: "Readings",
        neverDenied: true,
      }),
      setOf("sage", "Sages and commentators", "says, said, teaches, taught, interprets, explains, comments, holds", sages, {
        section: "Readings",
        neverDenied: true,
      }),
      identifier(
        "locus",
        "Place",
        "\\b((?:[bmyt]\\. )?(?:Avot|Berakhot|Shabbat|Eruvin|Pesahim|Yoma|Sukkah|Rosh Hashanah|Megillah|Hagigah|Yevamot|Ketubot|Nedarim|Sotah|Gittin|Kiddushin|Bava Kamma|Bava Metzia|Bava Batra|Sanhedrin|Makkot|Menahot|Niddah) \\d+(?:[ab]|:\\d+)?)",
        "",
        { section: "Readings", strategy: "set_union" },
      ),
      reference("interpreted_passage", "Passage interpreted", "interprets, says, reads, knows, scripture, verse, commentary, midrash", {
        section: "Readings",
        requireCue: rabbinic,
      }),
      prose("reading", "Reading", "says, teaches, interprets, explains, reads, knows", { section: "Readings", requireCue: rabbinic }),
      setOf(
        "kind",
        "Kind",
        "halakhic, aggadic, ruling, derives, law, story, homiletic",
        vocabulary("halakhah: halakhic, legal ruling\naggadah: aggadic, homiletic\npeshat: plain sense\nderash: homiletical reading"),
        {
          section: "Readings",
        },
      ),
    ],
    comparability: ["tradition"],
    maxSentences: 12,
  },
  promptTemplates: prompts({
    search:
      "Report rabbinic and medieval Jewish readings of the passage (or, for a New Testament passage, of the texts and themes it rests on): work, place, sage, reading, and whether halakhah or aggadah. Do not read it through Christian questions.",
    extract: "Every reading needs work and place; name the sage only if the text does. A dispute within one text gives one record for each side.",
    adjudicate: "Disputes of the sages are preserved, not settled. Attributions that differ between parallel texts are shown with both places.",
  }),
  verificationCriteria: { minIndependentSources: 1, minTier: 8, mustAnchorQuote: true },
  conflictResolutionStrategy: "tradition_scoped",
  priority: 80,
};
