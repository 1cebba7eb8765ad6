// XML of registers, read leniently: elements that are missing are empty, and nothing in it is ever fetched or run.
import { DOMParser } from "linkedom";
import { plainText } from "./plain-text";

export type XmlText = { readonly tagName: undefined; readonly nodeType: number; readonly textContent: string | null };
export type XmlElement = {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<XmlElement>;
  /** Text has no tag name. */
  readonly childNodes: Iterable<XmlElement | XmlText>;
  readonly querySelector: (selector: string) => XmlElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<XmlElement>;
  readonly getAttribute: (name: string) => string | null;
};

/** The root element when it has the name expected; null for anything else, a web page say. */
export function parseXml(text: string, root: string): XmlElement | null {
  const { documentElement } = new DOMParser().parseFromString(text.replaceAll("\u0000", " "), "text/xml");
  const element = documentElement as XmlElement | null;
  return element?.tagName === root ? element : null;
}

/** Whether the text ends with the root's own end: a body that was cut off does not. */
export function isWhole(text: string, root: string): boolean {
  return text.trimEnd().endsWith(`</${root}>`);
}

/** Plain text of the first match; null when there is none or it is empty. */
export function textOf(element: XmlElement, selector: string): string | null {
  return plainText(element.querySelector(selector)?.textContent ?? "") || null;
}

export function textsOf(element: XmlElement, selector: string): string[] {
  return [...element.querySelectorAll(selector)].map((match) => plainText(match.textContent ?? "")).filter((text) => text !== "");
}
