import { describe, expect, it } from "vitest";
import { candidatesOf, rankKeyphrases } from "./keyphrases";
import { phraseOf, wordRuns } from "./word-runs";

const themes = (language: string, ...texts: string[]) =>
  rankKeyphrases(candidatesOf({ title: "", passages: texts.map((text) => ({ text, heading: null })), language }), {
    passages: 100,
    of: new Map(),
  }).map(({ phrase }) => phrase);

describe("themes of texts in other scripts", () => {
  it.each([
    ["Chinese", "zh", ["糖尿病患者应该控制血糖。二甲双胍可以降低血糖。", "二甲双胍用于治疗糖尿病,糖尿病很常见。"], /糖尿病|二甲双胍/],
    ["Japanese", "ja", ["糖尿病の治療にはメトホルミンを用いる。", "メトホルミンは糖尿病の患者に処方される。"], /糖尿病|メトホルミン/],
    ["Thai", "th", ["ผู้ป่วยเบาหวานควรควบคุมระดับน้ำตาลในเลือด", "ยานี้ใช้รักษาเบาหวานและลดระดับน้ำตาลในเลือด"], /เบาหวาน|น้ำตาล|เลือด/],
    ["Korean", "ko", ["당뇨병 환자는 혈당을 조절해야 한다.", "메트포르민은 당뇨병 환자 치료에 쓰인다. 당뇨병 환자 많다."], /당뇨병/],
    [
      "Russian",
      "ru",
      ["Метформин снижает уровень глюкозы при диабете.", "Это лекарство, метформин, назначают при диабете или для снижения глюкозы."],
      /метформин|глюкоз|диабет/i,
    ],
    [
      "Greek",
      "el",
      ["Η δικαίωση διά πίστεως είναι το θέμα.", "Περί πίστεως και χάριτος: η δικαίωση είναι δωρεά χάριτος."],
      /δικαίωση|πίστεως|χάριτος/,
    ],
    ["Arabic", "ar", ["الميتفورمين دواء من أدوية السكري", "علاج السكري في المرضى مع الميتفورمين"], /الميتفورمين|السكري/],
    ["Hebrew", "he", ["בְּרֵאשִׁית בָּרָא אֱלֹהִים את השמים", "אֱלֹהִים ברא את האדם, והברית של אֱלֹהִים עם האדם"], /אֱלֹהִים|האדם/],
  ])("are found in %s, none of them a function word", (_name, language, texts, expected) => {
    const found = themes(language, ...texts);
    expect(found.join(" ")).toMatch(expected);
    expect(found.join(" ")).not.toMatch(/(?:^|\s)(?:это|или|для|και|είναι|διά|من|في|مع|את|של|עם|ของ|และ|ใน|可以|应该の)(?:\s|$)/u);
  });

  it("are written together where the script has no blanks", () => {
    expect(phraseOf(["糖尿病", "治療"])).toBe("糖尿病治療");
    expect(phraseOf(["renal", "function"])).toBe("renal function");
    expect(phraseOf(["COVID", "疫苗"])).toBe("COVID 疫苗");
  });

  it("take a line without end in pieces", () => {
    const words = [...wordRuns("血糖".repeat(30_000))].flat();
    expect(words.join("").length).toBeGreaterThan(50_000);
  });
});
