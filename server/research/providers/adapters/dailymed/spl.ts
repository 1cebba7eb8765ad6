// A label in SPL (HL7 v3 XML), read into the shape of a label record, so that both are laid out and searched in one way.
import type { Label } from "../openfda/wire";
import { plainText } from "../record/plain-text";
import { parseXml, textOf, type XmlElement } from "../record/xml";

/** LOINC codes of label sections, and the field names label records have for them. */
const fields: Readonly<Record<string, string>> = {
  "34066-1": "boxed_warning",
  "43683-2": "recent_major_changes",
  "34067-9": "indications_and_usage",
  "34068-7": "dosage_and_administration",
  "43678-2": "dosage_forms_and_strengths",
  "34070-3": "contraindications",
  "43685-7": "warnings_and_cautions",
  "34071-1": "warnings",
  "42232-9": "precautions",
  "34072-9": "general_precautions",
  "34084-4": "adverse_reactions",
  "34073-7": "drug_interactions",
  "43684-0": "use_in_specific_populations",
  "42228-7": "pregnancy",
  "77290-5": "lactation",
  "34080-2": "nursing_mothers",
  "34081-0": "pediatric_use",
  "34082-8": "geriatric_use",
  "42227-9": "drug_abuse_and_dependence",
  "34088-5": "overdosage",
  "34089-3": "description",
  "34090-1": "clinical_pharmacology",
  "43679-0": "mechanism_of_action",
  "43681-6": "pharmacodynamics",
  "43682-4": "pharmacokinetics",
  "66106-6": "pharmacogenomics",
  "43680-8": "nonclinical_toxicology",
  "34092-7": "clinical_studies",
  "34093-5": "references",
  "34069-5": "how_supplied",
  "44425-7": "storage_and_handling",
  "34076-0": "information_for_patients",
};
/** Elements that part one stretch of prose from the next; all others inside prose stand within a line. */
const parts = new Set("component section text title paragraph list item caption table thead tbody tfoot".split(" "));
const cells = new Set(["td", "th"]);

/** The label in an SPL document; null when it is none. `names`: what its listing calls the product. */
export function labelOfSpl(xml: string, setId: string, names: { brand: string | null; generic: string | null }): Label | null {
  const document = parseXml(xml, "document");
  if (!document) return null;
  const sections = new Map<string, string[]>();
  for (const section of document.querySelectorAll("section")) {
    const field = fields[codeOf(section)];
    const text = field ? textOfSection(section) : "";
    if (field && text !== "") sections.set(field, [...(sections.get(field) ?? []), text]);
  }
  const maker = textOf(document, "author representedOrganization > name");
  const list = (value: string | null) => (value ? [value] : []);
  return {
    ...Object.fromEntries(sections),
    set_id: setId,
    effective_time: childNamed(document, "effectiveTime")?.getAttribute("value")?.slice(0, 8),
    openfda: {
      brand_name: list(names.brand),
      generic_name: list(names.generic),
      substance_name: [],
      manufacturer_name: list(maker),
      application_number: [],
      route: [],
    },
  };
}

/** A document that holds no label, or that breaks off, is told apart from one without the sections asked for. */
export function isSpl(xml: string): boolean {
  return parseXml(xml.slice(0, 4000), "document") !== null;
}

function codeOf(section: XmlElement): string {
  return childNamed(section, "code")?.getAttribute("code") ?? "";
}

function childNamed(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) if (child.tagName === name) return child;
  return null;
}

/** Title, text and the sections inside, flattened as label records are, so that one label has the same words on both ways. A table row is a line. */
function textOfSection(section: XmlElement): string {
  const pieces: Piece[] = [];
  gather(section, pieces, false);
  return pieces.reduce((text, { words, row }, index) => {
    const apart = row || pieces[index - 1]?.row ? "\n" : " ";
    return text === "" ? words : `${text}${apart}${words}`;
  }, "");
}

type Piece = { readonly words: string; readonly row: boolean };

function gather(element: XmlElement, pieces: Piece[], prose: boolean): void {
  let line = "";
  const end = () => {
    const words = plainText(line);
    line = "";
    if (words !== "") pieces.push({ words, row: false });
  };
  for (const child of element.childNodes) {
    if (child.tagName === undefined) {
      // Text and character data; a comment is neither.
      if (prose && (child.nodeType === 3 || child.nodeType === 4)) line += child.textContent ?? "";
    } else if (child.tagName === "tr") {
      end();
      const words = rowText(child);
      if (words !== "") pieces.push({ words, row: true });
    } else if (parts.has(child.tagName)) {
      end();
      gather(child, pieces, prose || child.tagName === "text" || child.tagName === "title");
      end();
    } else if (prose) line += child.textContent ?? "";
  }
  end();
}

function rowText(row: XmlElement): string {
  const texts: string[] = [];
  for (const child of row.children) if (cells.has(child.tagName)) texts.push(plainText(child.textContent ?? ""));
  return texts.filter((text) => text !== "").join(" | ");
}
