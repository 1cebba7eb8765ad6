// Text of an RTF document: code pages by font, tables as rows; hidden and deleted text is counted, never mixed in.
import iconv from "iconv-lite";
import { limits } from "../limits.ts";
import { makeFlow } from "./flow.ts";
import { deletedText, hiddenText } from "./hidden-text.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { rtfTokens } from "./rtf-tokens.ts";
import { characters, codePageOf, silent } from "./rtf-words.ts";
import { Unreadable } from "./zip.ts";

/** What a group inherits from the one around it. */
type State = {
  /** "text" is read, "skip" is not; the others are read for what they tell. */
  readonly into: "text" | "skip" | "fonts" | "styles" | "title" | "author" | "note";
  readonly page: string;
  readonly hidden: boolean;
  /** Letters of one point. */
  readonly tiny: boolean;
  readonly deleted: boolean;
  /** How many characters stand in for one given by its number. */
  readonly substitutes: number;
};

const deepestGroups = 500;

export function extractRtf(bytes: Uint8Array): ExtractOutcome {
  const reader = makeReader();
  let starred = false;
  for (const token of rtfTokens(bytes)) {
    if (token.kind === "open") reader.open();
    else if (token.kind === "close") reader.close();
    else if (token.kind === "word") reader.word(token.word, token.number, starred);
    else if (token.kind === "sign") reader.sign(token.sign);
    else if (token.kind === "byte") reader.bytes(Uint8Array.of(token.byte));
    else reader.bytes(bytes.subarray(token.from, token.to));
    starred = token.kind === "sign" && token.sign === "*";
  }
  return reader.end();
}

function makeReader() {
  const flow = makeFlow();
  const stack: State[] = [];
  let state: State = { into: "text", page: "cp1252", hidden: false, tiny: false, deleted: false, substitutes: 1 };
  let documentPage = "cp1252";
  const fontPages = new Map<number, string>();
  const headingStyles = new Set<number>();
  const told = { title: "", author: "", note: "", style: "" };
  const withheld = { hidden: 0, deleted: 0 };
  const notes: string[] = [];
  let pending: number[] = [];
  let toSkip = 0;
  let font = 0;
  let style = 0;
  let paragraph = "";
  let isHeading = false;
  let inTable = false;
  let cells: string[] = [];
  let comments = 0;

  const flush = () => {
    if (pending.length === 0) return;
    const bytes = Buffer.from(pending);
    pending = [];
    write(iconv.decode(bytes, iconv.encodingExists(state.page) ? state.page : "cp1252"));
  };
  const write = (text: string) => {
    if (state.into === "skip" || state.into === "fonts") return;
    if (state.into === "styles") told.style += text;
    else if (state.into !== "text") told[state.into] += text;
    else if (state.deleted) withheld.deleted += text.length;
    else if (state.hidden || state.tiny) withheld.hidden += text.trim().length;
    else paragraph += text;
  };
  const change = (next: Partial<State>) => {
    flush();
    state = { ...state, ...next };
  };
  const endParagraph = () => {
    if (isHeading && paragraph.length <= 300) flow.heading(paragraph);
    else flow.paragraph(paragraph);
    paragraph = "";
  };
  const endCell = () => {
    cells.push(paragraph.replace(/\s+/g, " ").trim());
    paragraph = "";
  };
  const destination = (word: string, starred: boolean): boolean => {
    if (word === "fonttbl") change({ into: "fonts" });
    else if (word === "stylesheet") change({ into: "styles" });
    else if ((word === "title" || word === "author") && state.into === "skip") change({ into: word });
    else if (word === "footnote" && state.into === "text") {
      told.note = "";
      write(`[${notes.length + 1}]`);
      change({ into: "note" });
    } else if (word === "annotation") {
      comments += 1;
      change({ into: "skip" });
    } else if (silent.has(word) || (starred && state.into === "text" && !readable.has(word))) change({ into: "skip" });
    else return false;
    return true;
  };

  return {
    open() {
      flush();
      stack.push(state);
      if (stack.length > deepestGroups)
        throw new Unreadable("The file is nested deeper than any document, so it was not read. Save it anew from the program that made it.");
    },
    close() {
      flush();
      if (state.into === "styles") {
        if (/^heading \d|^title\b|^\u00dcberschrift \d/i.test(told.style.trim())) headingStyles.add(style);
        told.style = "";
      }
      const was = state.into;
      state = stack.pop() ?? state;
      if (was === "note" && state.into !== "note") notes.push(told.note);
      toSkip = 0;
    },
    sign(sign: string) {
      flush();
      if (sign === "~") write("\u00a0");
      else if (sign === "_") write("\u2011");
      else if (sign === "\\" || sign === "{" || sign === "}") write(sign);
      else if (sign === "\n" || sign === "\r") endParagraph();
    },
    bytes(bytes: Uint8Array) {
      const from = Math.min(toSkip, bytes.length);
      toSkip -= from;
      if (state.into === "skip") return;
      for (const byte of bytes.subarray(from)) pending.push(byte);
    },
    word(word: string, number: number | null, starred: boolean) {
      if (word !== "u") flush();
      if (destination(word, starred)) return;
      const on = number !== 0;
      if (word === "u" && number !== null) {
        flush();
        write(String.fromCharCode(number < 0 ? number + 65_536 : number));
        toSkip = state.substitutes;
      } else if (word === "uc") change({ substitutes: Math.max(0, Math.min(number ?? 1, 16)) });
      else if (word === "ansicpg" && number) {
        documentPage = `cp${number}`;
        change({ page: documentPage });
      } else if (word === "mac") change({ page: "macroman" });
      else if (word === "pc") change({ page: "cp437" });
      else if (word === "f" && number !== null) {
        font = number;
        if (state.into !== "fonts") change({ page: fontPages.get(font) ?? documentPage });
      } else if (word === "fcharset" && state.into === "fonts") fontPages.set(font, codePageOf(number ?? 1) ?? documentPage);
      else if (word === "v") change({ hidden: on });
      else if (word === "fs" && number !== null) change({ tiny: number > 0 && number <= 2 });
      else if (word === "deleted") change({ deleted: on });
      else if (word === "plain") change({ hidden: false, tiny: false, deleted: false, page: documentPage });
      else if (word in characters) write(characters[word] ?? "");
      else if (state.into === "styles" && word === "s") style = number ?? 0;
      else if (state.into === "text") layout(word, number);
    },
    end(): ExtractOutcome {
      flush();
      if (cells.length > 0) flow.line(cells.join(" | "));
      endParagraph();
      if (notes.length > 0) flow.heading("Notes");
      for (const [index, note] of notes.entries()) flow.paragraph(`[${index + 1}] ${note}`);
      const { text, headings } = flow.end();
      if (text.length > limits.textUnits)
        return refusal(`The document holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
      if (!/[\p{L}\p{N}]/u.test(text)) return refusal("The document has no text to read: it is empty, damaged or holds only pictures.");
      const warnings: string[] = [];
      if (withheld.hidden > 0) warnings.push(hiddenText("document", withheld.hidden));
      if (withheld.deleted > 0) warnings.push(deletedText(withheld.deleted));
      if (comments > 0)
        warnings.push(`${comments === 1 ? "One comment in the margin was" : `${comments} comments in the margin were`} left out of the text.`);
      const author = told.author.replace(/\s+/g, " ").trim();
      const title = told.title.replace(/\s+/g, " ").trim() || null;
      return { ok: true, text, pageStarts: null, headings, title, stated: {}, found: author === "" ? {} : { author }, warnings };
    },
  };

  function layout(word: string, number: number | null): void {
    if (word === "par" || word === "sect" || word === "page") {
      if (inTable) paragraph += " ";
      else endParagraph();
    } else if (word === "pard") {
      isHeading = false;
      inTable = false;
    } else if (word === "intbl") inTable = true;
    else if (word === "cell" || word === "nestcell") endCell();
    else if (word === "row" || word === "nestrow") {
      flow.line(cells.join(" | "));
      cells = [];
      inTable = false;
    } else if (word === "outlinelevel") isHeading = (number ?? 9) < 9;
    else if (word === "s") isHeading = headingStyles.has(number ?? 0);
  }
}

/** Starred groups that hold text all the same. */
const readable = new Set(["shptxt", "fldrslt", "pn", "ud", "upr"]);
