// Text of a presentation: one page for each slide, in the order shown; what the speaker noted is marked as such.
import { limits } from "../limits.ts";
import { makeFlow } from "./flow.ts";
import { coreProperties, mainPart, relationshipsOf } from "./office-package.ts";
import { readOfficeText, type Withheld } from "./office-text.ts";
import type { ExtractOutcome } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import { readXml } from "./xml.ts";
import { openArchive } from "./zip.ts";

/** Placeholders that say nothing about their slide. */
const running = new Set(["sldNum", "dt", "ftr", "hdr", "sldImg"]);

export function extractPptx(bytes: Uint8Array): ExtractOutcome {
  const archive = openArchive(bytes);
  const main = mainPart(archive, "ppt/presentation.xml");
  const partById = new Map(relationshipsOf(archive, main).map(({ id, part }) => [id, part]));
  const slides = slideIds(archive.part(main) ?? new Uint8Array()).flatMap((id) => partById.get(id) ?? []);
  if (slides.length > limits.pages)
    return refusal(`The presentation has ${slides.length} slides; at most ${limits.pages} are read. Split it and add the parts.`);
  const flow = makeFlow();
  let hiddenSlides = 0;
  for (const slide of slides) {
    flow.page();
    const part = archive.part(slide);
    if (!part) continue;
    if (isHiddenSlide(part)) {
      hiddenSlides += 1;
      continue;
    }
    readShapes(part, flow, "title");
    const notes = relationshipsOf(archive, slide).find(({ type }) => type === "notesSlide")?.part;
    const noted = notes === undefined ? null : archive.part(notes);
    if (!noted) continue;
    const own = makeFlow();
    readShapes(noted, own, null);
    const { text } = own.end();
    if (text !== "") flow.paragraph(`Speaker's notes: ${text}`);
  }
  const { text, headings, pageStarts } = flow.end();
  if (text.length > limits.textUnits)
    return refusal(`The presentation holds more than ${limits.textUnits.toLocaleString("en")} characters. Split it and add the parts.`);
  if (!/[\p{L}\p{N}]/u.test(text)) return refusal("The presentation has no text to read: it is empty or holds only pictures.");
  const { title, found } = coreProperties(archive);
  const warnings =
    hiddenSlides === 0 ? [] : [`${hiddenSlides === 1 ? "One hidden slide was" : `${hiddenSlides} hidden slides were`} left out of the text.`];
  return { ok: true, text, pageStarts, headings, title, stated: {}, found, warnings };
}

function readShapes(part: Uint8Array, flow: ReturnType<typeof makeFlow>, titles: "title" | null): void {
  let placeholder: string | null = null;
  const withheld: Withheld = { deleted: 0, hidden: 0 };
  readOfficeText(part, {
    flow,
    withheld,
    isHeading: ({ text }) => titles !== null && placeholder !== null && /^(?:title|ctrTitle)$/.test(placeholder) && text.trim() !== "",
    open(name, { type }) {
      if (name === "sp") placeholder = null;
      else if (name === "ph") placeholder = type ?? "body";
      return name === "txBody" && placeholder !== null && running.has(placeholder);
    },
  });
}

function slideIds(presentation: Uint8Array): string[] {
  const ids: string[] = [];
  readXml(presentation, {
    open(name, attributes) {
      // `id` numbers the slide, `r:id` says where it is.
      if (name === "sldId") ids.push(attributes["r:id"] ?? attributes.id ?? "");
    },
  });
  return ids;
}

function isHiddenSlide(part: Uint8Array): boolean {
  let hidden = false;
  readXml(part, {
    open(name, { show }) {
      if (name === "sld" && /^(?:0|false)$/.test(show ?? "")) hidden = true;
    },
  });
  return hidden;
}
