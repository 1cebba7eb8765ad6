// The growing draft: sentences with their citations, none twice, never more than the category may have.
import type { Citation, DraftedSentence } from "../schema";
import type { DraftSource } from "./draft-input";
import { isDangling, isProse, type ProseSentence, predecessorOf } from "./prose";
import { jaccard, stemsOf } from "./text-stems";

export type ChosenSentence = {
  sourceId: string;
  start: number;
  end: number;
  text: string;
  section: string | null;
  citations: Citation[];
  stems: ReadonlySet<string>;
  /** Figures and negations: values must stay apart even where the words are nearly the same, and so must a yes and a no. */
  figures: string;
};

const duplicate = 0.6;
const mostCitations = 4;

export function citationOf(source: DraftSource, sentence: { start: number; end: number }, page: number | null): Citation {
  return { sourceId: source.id, quote: source.text.slice(sentence.start, sentence.end), start: sentence.start, end: sentence.end, page };
}

const figuresOf = (text: string): string =>
  (text.toLowerCase().match(/\d+(?:[.,]\d+)*|\b(?:not|no|never|neither|nor|without|cannot)\b|n['’]t\b/g) ?? []).sort().join(" ");

export class Draft {
  readonly sentences: ChosenSentence[] = [];

  constructor(private readonly most: number) {}

  get full(): boolean {
    return this.sentences.length >= this.most;
  }

  /** The chosen sentence that already says this: same place, or nearly the same words with the same figures. */
  saying(source: DraftSource, sentence: ProseSentence): ChosenSentence | undefined {
    const stems = stemsOf(sentence.text);
    const figures = figuresOf(sentence.text);
    return this.sentences.find(
      (one) =>
        (one.sourceId === source.id && one.start < sentence.end && sentence.start < one.end) ||
        (one.figures === figures && jaccard(one.stems, stems) >= duplicate),
    );
  }

  /** True when this very place is in the draft. */
  holds(source: DraftSource, sentence: ProseSentence): boolean {
    return this.sentences.some((one) => one.sourceId === source.id && one.start < sentence.end && sentence.start < one.end);
  }

  /** Adds a sentence, with its predecessor where it leans on it. False when there is no room or no sound predecessor. */
  add(source: DraftSource, sentence: ProseSentence, section: string | null, page: number | null): ChosenSentence | null {
    if (this.full) return null;
    if (isDangling(sentence.text)) {
      const before = predecessorOf(source.text, sentence.start);
      if (!before) return null;
      const taken = this.sentences.some((one) => one.sourceId === source.id && one.start === before.start);
      if (!taken) {
        if (this.sentences.length + 2 > this.most || !isProse(before.text) || isDangling(before.text) || this.saying(source, before)) return null;
        this.push(source, before, section, page);
      }
    }
    return this.push(source, sentence, section, page);
  }

  private push(source: DraftSource, sentence: ProseSentence, section: string | null, page: number | null): ChosenSentence {
    const chosen: ChosenSentence = {
      sourceId: source.id,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      section,
      citations: [citationOf(source, sentence, page)],
      stems: stemsOf(sentence.text),
      figures: figuresOf(sentence.text),
    };
    this.sentences.push(chosen);
    return chosen;
  }

  /** A further source for a chosen sentence; each source once, at most four. */
  cite(chosen: ChosenSentence, citation: Citation): void {
    if (chosen.citations.length >= mostCitations || chosen.citations.some((one) => one.sourceId === citation.sourceId)) return;
    chosen.citations.push(citation);
  }

  /** In section order, then by source and place in its text. */
  inOrder(sections: readonly (string | null)[], sourceOrder: ReadonlyMap<string, number>): DraftedSentence[] {
    const rank = (one: ChosenSentence): number => {
      const index = sections.indexOf(one.section);
      // A quoted text under its own heading opens the category; what has no section closes it.
      return index < 0 ? -1 : index;
    };
    const order = (one: ChosenSentence): number => sourceOrder.get(one.sourceId) ?? 0;
    return [...this.sentences]
      .sort((a, b) => rank(a) - rank(b) || order(a) - order(b) || a.start - b.start)
      .map(({ text, section, citations }) => ({ text, section, citations }));
  }
}
