import { expect, test } from "vitest";
import { isRightToLeft, scriptOf } from "./script-of";

test("a quote is told by the script of most of its letters", () => {
  expect(scriptOf("ἐν ἀρχῇ ἦν ὁ λόγος (John 1:1)")).toBe("grc");
  expect(scriptOf("בְּרֵאשִׁית בָּרָא אֱלֹהִים")).toBe("hbo");
  expect(scriptOf("服薬は一日二回です")).toBe("ja");
  expect(scriptOf("太初有道")).toBe("zh");
  expect(scriptOf("В начале было Слово")).toBe("und-Cyrl");
});

test("Latin letters, and a word of Greek among them, tell nothing", () => {
  expect(scriptOf("The word λόγος stands here three times.")).toBeUndefined();
  expect(scriptOf("12.5 – 14")).toBeUndefined();
});

test("Hebrew and Arabic are written from the right", () => {
  expect([scriptOf("שלום"), scriptOf("سلام"), scriptOf("λόγος"), undefined].map(isRightToLeft)).toEqual([true, true, false, false]);
});
