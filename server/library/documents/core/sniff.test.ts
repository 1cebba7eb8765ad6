import { describe, expect, it } from "vitest";
import { writeDocx, writePptx, writeZip } from "../testing-zip";
import { sniff } from "./sniff";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("sniff", () => {
  it.each([
    ["notes.txt", "Plain words.", "txt"],
    ["notes", "Plain words.", "txt"],
    ["notes.md", "# Heading", "md"],
    ["README.markdown", "text", "md"],
    ["page.html", "<!doctype html><html><body>x</body></html>", "html"],
    ["page.htm", "\uFEFF<HTML><body>x</body></HTML>", "html"],
    ["page", "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'></html>", "html"],
    ["fragment.html", "<p>Only a fragment</p>", "html"],
    ["paper.pdf", "%PDF-1.7\n", "pdf"],
    ["paper", "%PDF-1.4\n", "pdf"],
    ["letter.rtf", "{\\rtf1 x}", "rtf"],
  ])("takes %s for what its bytes are", (name, content, format) => {
    expect(sniff(bytes(content), name)).toEqual({ ok: true, format });
  });

  it.each([
    ["empty.txt", new Uint8Array(), /empty/],
    ["report.txt", bytes("%PDF-1.7\n"), /named \.txt but is a PDF/],
    ["report.pdf", bytes("Just text"), /named \.pdf but is not a PDF/],
    ["page.txt", bytes("<!DOCTYPE html><html></html>"), /named \.txt but is a web page/],
    ["book.docx", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /damaged archive/],
    ["book.docx", writeZip([{ name: "xl/workbook.xml", content: "<a/>" }]), /spreadsheet\. Datasets are for tables/],
    ["book.txt", writeDocx(""), /named \.txt but is a Word document/],
    ["files.zip", writeZip([{ name: "a.txt", content: "a" }]), /ZIP archive.*Unpack it/],
    ["book.docx", bytes("Just text"), /named \.docx but is not a Word document/],
    ["old.doc", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("WordDocument", "utf16le")]), /old Word document/],
    ["locked.docx", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]), /encrypted/],
    ["table.csv", bytes("a,b\n1,2"), /Datasets are for tables/],
    ["picture.md", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), /PNG picture/],
    ["data.bin", new Uint8Array(200).fill(1), /binary file/],
    ["program.ts", bytes("export const x = 1;"), /ending \.ts is not read/],
  ])("refuses %s in one sentence that says what to do", (name, content, reason) => {
    const result = sniff(content, name);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.reason).toMatch(reason);
  });

  it.each([
    ["thesis.docx", writeDocx(""), "docx"],
    ["talk.pptx", writePptx([]), "pptx"],
    ["book.epub", writeZip([{ name: "META-INF/container.xml", content: "<a/>" }]), "epub"],
  ])("tells %s by its parts", (name, content, format) => {
    expect(sniff(content, name)).toEqual({ ok: true, format });
    expect(sniff(content, "")).toEqual({ ok: true, format });
  });

  it("reads a PDF whose header stands behind a few blank bytes", () => {
    expect(sniff(bytes("\r\n\r\n%PDF-1.4\n"), "late.pdf")).toEqual({ ok: true, format: "pdf" });
  });

  it("does not take a text that talks about PDF headers for a PDF", () => {
    expect(sniff(bytes("A file begins with %PDF-1.7 when it is a PDF."), "about.txt")).toEqual({ ok: true, format: "txt" });
  });

  it("takes UTF-16 with a byte order mark for text", () => {
    expect(sniff(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), "wide.txt")).toEqual({ ok: true, format: "txt" });
  });
});
