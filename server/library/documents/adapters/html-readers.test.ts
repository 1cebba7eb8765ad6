import { describe, expect, it } from "vitest";
import { makeHtmlReaders } from "./html-readers";

const allowed = { ms: 20_000, mb: 512 };
const never = new AbortController().signal;
const page = (text: string) => Buffer.from(`<!doctype html><html><head><title>${text}</title></head><body><p>${text}</p></body></html>`);

describe("readers of web pages", () => {
  it("give each page its own text, in whatever order and number they come", async () => {
    const { read } = makeHtmlReaders(2);
    const texts = Array.from({ length: 120 }, (_, n) => `Page ${n} says ${"x".repeat((n * 7919) % 5000)}.`);
    const outcomes = await Promise.all(texts.map((text) => read(page(text), null, allowed, never)));
    expect(outcomes.map((outcome) => outcome.ok && outcome.text)).toEqual(texts);
  });

  it("take each page in the charset that is named for it, and not for the next", async () => {
    const { read } = makeHtmlReaders(1);
    const word = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const bytes = Buffer.concat([Buffer.from("<p>"), word, Buffer.from("</p>")]);
    expect(await read(bytes, "windows-1251", allowed, never)).toMatchObject({ text: "Привет" });
    expect(await read(bytes, "koi8-r", allowed, never)).toMatchObject({ text: "оПХБЕР" });
    expect(await read(page("Größe"), null, allowed, never)).toMatchObject({ text: "Größe" });
  });

  it("read on after a page that took too long, too much, or was given up", async () => {
    const { read } = makeHtmlReaders(1);
    expect(await read(page("first"), null, allowed, never)).toMatchObject({ text: "first" });
    expect(await read(page("late"), null, { ms: 0, mb: 512 }, never)).toMatchObject({ ok: false, reason: expect.stringContaining("longer than") });
    expect(await read(page("second"), null, allowed, never)).toMatchObject({ text: "second" });
    const dear = Buffer.from(`<body>${"<p>a <b>b</b></p>".repeat(100_000)}`);
    expect(await read(dear, null, { ms: 20_000, mb: 100 }, never)).toMatchObject({ ok: false, reason: expect.stringContaining("memory") });
    expect(await read(page("still"), null, allowed, never)).toMatchObject({ text: "still" });
    const cancel = new AbortController();
    const given = expect(read(page("given up"), null, allowed, cancel.signal)).rejects.toThrow("enough");
    setImmediate(() => cancel.abort(new Error("enough")));
    await given;
    expect(await read(page("third"), null, allowed, never)).toMatchObject({ text: "third" });
  });

  it("keep nothing of one page for another", async () => {
    const { read } = makeHtmlReaders(1);
    const hostile = `<p __proto__="x" constructor="y">a</p><meta name="__proto__" content="bad"><meta name="constructor" content="bad"><meta name="variorum:__proto__" content="bad">`;
    expect(await read(Buffer.from(hostile), null, allowed, never)).toMatchObject({ ok: true, text: "a", stated: {}, found: {} });
    const after = await read(page("clean"), null, allowed, never);
    expect(after).toEqual({ ok: true, text: "clean", pageStarts: null, headings: [], title: "clean", stated: {}, found: {}, warnings: [] });
  });
});
