import { expect, it } from "vitest";
import { nameFromAddress } from "./name-from-address";

it.each([
  ["https://example.org/papers/a%20study.pdf?x=1", undefined, "pdf", "a study.pdf"],
  ["https://example.org/view.php?id=3", undefined, "pdf", "view.pdf"],
  ["https://example.org/", undefined, "html", "example.html"],
  ["https://example.org/x", 'attachment; filename="Report 1.docx"', "docx", "Report 1.docx"],
  ["https://example.org/x", "attachment; filename=a; filename*=UTF-8''%C3%BCber.txt", "txt", "\u00fcber.txt"],
  ["https://example.org/%E0%A4%A", undefined, "txt", "%E0%A4%A.txt"],
  ["https://example.org/article/10.1000.12", undefined, "html", "10.1000.html"],
])("calls %s with %s by what it is", (address, disposition, format, name) => {
  expect(nameFromAddress(address, disposition, format)).toBe(name);
});
