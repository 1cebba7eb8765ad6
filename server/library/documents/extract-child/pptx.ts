// Text of a presentation: one page for each slide, in the order shown; what the speaker noted is marked as such.
import { limits } from "../limits.ts";
import { type Flow, makeFlow } from "./flow.ts";
import { hiddenText } from "./hidden-text.ts";
import { coreProperties, mainPart, relationshipsOf } from "./office-package.ts";
import { type OfficeReading, readOfficeText, type Withheld } from "./office-text.ts";
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
  const withheld: Withheld = { deleted: 0, hidden: 0 };
  const size = slideSize(archive.part(main) ?? new Uint8Array());
  let hiddenSlides = 0;
  for (const slide of slides) {
    flow.page();
    const part = archive.part(slide);
    if (!part) continue;
    if (isHiddenSlide(part)) {
      hiddenSlides += 1;
      continue;
    }
    readShapes(part, flow, "title", withheld, size);
    const notes = relationshipsOf(archive, slide).find(({ type }) => type === "notesSlide")?.part;
    const noted = notes === undefined ? null : archive.part(notes);
    if (!noted) continue;
    const own = makeFlow();
    readShapes(noted, own, null, withheld, null);
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
  if (withheld.hidden > 0) warnings.push(hiddenText("presentation", withheld.hidden));
  return { ok: true, text, pageStarts, headings, title, stated: {}, found, warnings };
}

type Size = { readonly width: number; readonly height: number };

/** `slide`: what lies wholly outside of it is not seen; null where there is no outside. */
function readShapes(part: Uint8Array, flow: Flow, titles: "title" | null, withheld: Withheld, slide: Size | null): void {
  let placeholder: string | null = null;
  let groups = 0;
  let corner = { x: 0, y: 0 };
  let outside = false;
  const reading: OfficeReading = {
    flow,
    withheld,
    isHeading: ({ text }) => titles !== null && placeholder !== null && /^(?:title|ctrTitle)$/.test(placeholder) && text.trim() !== "",
    open(name, { type, x, y, cx, cy }) {
      if (name === "sp") {
        placeholder = null;
        outside = false;
      } else if (name === "grpSp") groups += 1;
      else if (name === "ph") placeholder = type ?? "body";
      // Inside a group places are counted from elsewhere.
      else if (name === "off" && groups === 0) corner = { x: Number(x), y: Number(y) };
      else if (name === "ext" && groups === 0 && slide && cx !== undefined)
        outside = corner.x >= slide.width || corner.y >= slide.height || corner.x + Number(cx) <= 0 || corner.y + Number(cy) <= 0;
      return name === "txBody" && placeholder !== null && running.has(placeholder);
    },
    close(name) {
      if (name === "grpSp") groups -= 1;
    },
  };
  readOfficeText(part, { ...reading, isOutside: () => outside });
}

function slideSize(presentation: Uint8Array): Size | null {
  let size: Size | null = null;
  readXml(presentation, {
    open(name, { cx, cy }) {
      if (name === "sldSz" && Number(cx) > 0 && Number(cy) > 0) size = { width: Number(cx), height: Number(cy) };
    },
  });
  return size;
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
