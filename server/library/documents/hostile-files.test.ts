import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";
import { writeEncryptedPdf } from "./testing-encrypted-pdf";
import * as pdf from "./testing-hostile-pdf";
import * as text from "./testing-hostile-text";
import * as zip from "./testing-hostile-zip";

const never = new AbortController().signal;
const allowed = { ms: 20_000, mb: 512 };

type Case = readonly [fileName: string, bytes: () => Uint8Array, outcome: RegExp];

/** What is read, or the sentence of refusal. */
async function outcomeOf(bytes: Uint8Array, fileName: string, limits = allowed): Promise<string> {
  const result = await readFile(bytes, fileName, limits, never);
  if (!result.ok) expect(result.reason).toMatch(/^\p{Lu}[^\n<>{}]{20,300}\.$/u);
  return result.ok ? `read: ${result.read.text.slice(0, 200)}` : result.reason;
}

describe("archives made to do harm", () => {
  it.each<Case>([
    ["bomb.docx", zip.wordBomb, /unpack to far more/],
    ["nested-bomb.docx", zip.wordNestedBomb, /^read: Text\.$/],
    ["many-parts.docx", zip.wordManyParts, /6,000 parts/],
    ["laughs.docx", zip.wordEntities, /XML entities/],
    ["laughs.pptx", zip.slidesEntities, /XML entities/],
    ["laughs.epub", zip.bookEntities, /XML entities/],
    ["outside-dtd.docx", zip.wordOutsideDtd, /^read: Text\.$/],
    ["links-out.docx", zip.wordLinksOut, /^read: Read\.$/],
    ["upwards.docx", zip.wordUpwards, /places outside itself/],
    ["overlapping.docx", zip.overlapping, /unpack to far more/],
    ["round.docx", zip.wordBasedOnItself, /^read: Round\.$/],
    ["repeated.pptx", zip.slidesRepeated, /6000 slides/],
    ["repeated.epub", zip.bookRepeated, /unpack to far more/],
    ["attributes.docx", zip.wordManyAttributes, /^read: Text\.$/],
    ["wide.docx", zip.wordZip64, /^read: A large file's way\.$/],
  ])("%s", async (fileName, make, outcome) => {
    expect(await outcomeOf(make(), fileName)).toMatch(outcome);
  });

  it.each([
    ["the locator points outside", 0x07064b50, 8],
    ["the wide record lies about the directory", 0x06064b50, 48],
  ])("wide archives are damaged when %s", async (_what, signature, field) => {
    const bytes = Buffer.from(zip.wordZip64());
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(signature);
    bytes.writeBigUInt64LE(0xffff_ffff_ffffn, bytes.lastIndexOf(mark) + field);
    expect(await outcomeOf(new Uint8Array(bytes), "wide.docx")).toMatch(/damaged archive/);
  });
});

describe("PDFs made to do harm", () => {
  const sentence = /^read: A sentence that can be read\.$/;
  it.each<Case>([
    ["claims-100000-pages.pdf", pdf.claims100000Pages, sentence],
    ["tree-of-itself.pdf", pdf.treeOfItself, /damaged/],
    ["deep-tree.pdf", pdf.deepTree, /no text|damaged|more than|longer than/],
    ["stream-in-itself.pdf", pdf.streamInItself, /no text|damaged/],
    ["double-bomb.pdf", pdf.doubleBomb, /more than 512 MB|no text/],
    ["form-of-itself.pdf", pdf.formOfItself, sentence],
    ["huge-image.pdf", pdf.hugeImage, sentence],
    ["script.pdf", pdf.withScript, sentence],
    ["attachment.pdf", pdf.withAttachment, sentence],
    ["goes-out.pdf", pdf.goesOut, sentence],
    ["deep-arrays.pdf", pdf.deepArrays, sentence],
    ["widths.pdf", pdf.widthsWithoutEnd, sentence],
    ["map.pdf", pdf.mapWithoutEnd, /no text|more than|longer than/],
    ["locked-against-changes.pdf", () => writeEncryptedPdf("A sentence that can be read.", { user: "", owner: "secret" }), sentence],
    ["locked.pdf", () => writeEncryptedPdf("Nobody reads this.", { user: "secret", owner: "other" }), /^The PDF is encrypted\./],
    ["xref-to-itself.pdf", pdf.xrefToItself, sentence],
  ])("%s", async (fileName, make, outcome) => {
    expect(await outcomeOf(make(), fileName)).toMatch(outcome);
  });

  it.each<Case>([
    ["content-bomb.pdf", pdf.contentBomb, /longer than|more than/],
    ["forms-of-forms.pdf", pdf.formsOfForms, /longer than|more than/],
    ["many-words.pdf", pdf.manyWords, /longer than|more than/],
    ["same-pages.pdf", pdf.samePagesOfWords, /longer than|more than/],
  ])("%s is stopped at its limit", async (fileName, make, outcome) => {
    expect(await outcomeOf(make(), fileName, { ms: 1_500, mb: 512 })).toMatch(outcome);
  });
});

describe("texts made to do harm", () => {
  it.each<Case>([
    ["braces.rtf", text.rtfBraces, /nested deeper/],
    ["pairs.rtf", text.rtfPairs, /^read: Text\.$/],
    ["binary.rtf", text.rtfBinary, /^read: Before\.$/],
    ["binaries.rtf", text.rtfBinaries, /^read: Before\. After\.$/],
    ["words.rtf", text.rtfWords, /^read: Start\. End\.$/],
    ["unicode.rtf", text.rtfUnicode, /^read: \u{1f601}/u],
    ["long-word.rtf", text.rtfLongWord, /^read: a+/],
    ["fonts.rtf", text.rtfFonts, /^read: Text\.$/],
    ["nested.html", text.htmlNested, /nested deeper/],
    ["bold.html", text.htmlBold, /nested deeper/],
    ["tables.html", text.htmlTables, /nested deeper/],
    ["attributes.html", text.htmlAttributes, /more than 512 MB|^read: Text here\.$/],
    ["open.html", text.htmlOpen, /more than 512 MB|^read: /],
    ["entities.html", text.htmlEntities, /more than 512 MB|^read: /],
    ["comments.html", text.htmlComments, /^read: Words\.$/],
    ["paragraphs.html", text.htmlParagraphs, /more than 512 MB|^read: One short line/],
    ["scripts.html", text.htmlScripts, /^read: Only this is read here\.$/],
    ["one-line.txt", text.oneLine, /10,000,000 characters/],
    ["nine-million.txt", text.nineMillion, /^read: Some words/],
    ["references.txt", text.manyReferences, /^read: Rom 8:28/],
    ["one-word.txt", text.oneWord, /^read: x+$/],
    ["many-lines.txt", text.manyLines, /no text to read/],
    ["many-hashes.txt", text.manyHashes, /^read: # x/],
    ["many-brackets.txt", text.manyBrackets, /^read: \[x\]/],
    ["blank.txt", text.blank, /no text to read/],
    ["nul.txt", text.nul, /binary file/],
    ["wrong-utf8.txt", text.wrongUtf8, /^read: Plain words.*more plain words/],
    ["little.txt", () => text.utf16(false, true), /^read: {2}?Words in sixteen/],
    ["big.txt", () => text.utf16(true, true), /^read: {2}?Words in sixteen/],
    ["little-unmarked.txt", () => text.utf16(false, false), /^read: Words in sixteen/],
    ["big-unmarked.txt", () => text.utf16(true, false), /^read: Words in sixteen/],
    ["seven.txt", text.utf7, /^read: Hi Mom/],
  ])("%s", async (fileName, make, outcome) => {
    expect(await outcomeOf(make(), fileName)).toMatch(outcome);
  });

  it.each(["\n", " ", "\t", "#", "*", "1", ".", "(", "[", "a ", "10.1", ": ", "\u00a0", "-\n"])(
    "long stretches of %j are looked through once",
    async (filler) => {
      // In time by the square of its length this would outlast the test.
      const bytes = new TextEncoder().encode(`Start ${filler.repeat(150_000)} end`);
      expect(await outcomeOf(bytes, "filler.txt")).toMatch(/^read: Start/);
    },
  );
});
