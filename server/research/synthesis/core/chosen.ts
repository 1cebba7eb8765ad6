// The growing draft: sentences with their citations, none twice, never more than the category may have.
import type { Citation, DraftedSentence } from "../schema";
import { type Content, clashes, contentOf, isContained } from "./contained";
import type { DraftClaim, DraftSource } from "./draft-input";
import { isDangling, isProse, type ProseSentence, predecessorOf } from "./prose";
import { statesOther } from "./same-value";
import { isSpecial } from "./scope-of-head";
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
  content: Content;
  source: DraftSource;
  /** What was read from it. */
  claims: readonly DraftClaim[];
  /** Another sentence leans on it, so it stays where it is. */
  bears: boolean;
  /** The sentence it leans on, behind which it stands. */
  leansOn: ChosenSentence | null;
};
/** Whether the sentence another leans on has a place in the section; `owed` sentences stand whatever they lean on. */
type Belongs = (source: DraftSource, sentence: ProseSentence, section: string | null) => boolean;
type DraftOptions = {
  readonly names?: readonly string[];
  readonly belongs?: Belongs;
  /** Sections whose facts differ from one jurisdiction to the next. */
  readonly regulated?: ReadonlySet<string | null>;
  readonly claims?: readonly DraftClaim[];
};

const duplicate = 0.6;
const mostCitations = 4;

export function citationOf(source: DraftSource, sentence: { start: number; end: number }, page: number | null): Citation {
  return { sourceId: source.id, quote: source.text.slice(sentence.start, sentence.end), start: sentence.start, end: sentence.end, page };
}

const figuresOf = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)*|\b(?:not|no|never|neither|nor|without|cannot)\b|n['’]t\b/g) ?? []
  )
    .sort()
    .join(" ");

export class Draft {
  readonly sentences: ChosenSentence[] = [];

  private readonly bySource: ReadonlyMap<string, readonly DraftClaim[]>;

  constructor(
    private readonly most: number,
    private readonly options: DraftOptions = {},
  ) {
    this.bySource = Map.groupBy(options.claims ?? [], (claim) => claim.sourceId);
  }

  get full(): boolean {
    return this.sentences.length >= this.most;
  }

  /** The chosen sentence that already says this: same place, nearly the same words with the same figures, or all of it and more on evidence as good. */
  saying(source: DraftSource, sentence: ProseSentence): ChosenSentence | undefined {
    const stems = stemsOf(sentence.text);
    const figures = figuresOf(sentence.text);
    const content = contentOf(sentence.text, this.options.names);
    const alike = (one: ChosenSentence): boolean => one.figures === figures && jaccard(one.stems, stems) >= duplicate;
    const claims = this.claimsAt(source, sentence);
    const near = this.sentences.find(
      (one) =>
        (one.sourceId === source.id && one.start < sentence.end && sentence.start < one.end) ||
        (alike(one) &&
          one.content.scope === content.scope &&
          !this.isApart(one, source) &&
          !statesOther(one.claims, claims) &&
          !clashes(content, one.content, this.contextOf(one.source))),
    );
    if (near) return near;
    return this.sentences.find((one) => this.contains(one, { content, source, claims }));
  }

  /** True when this very place is in the draft. */
  holds(source: DraftSource, sentence: ProseSentence): boolean {
    return this.sentences.some((one) => one.sourceId === source.id && one.start < sentence.end && sentence.start < one.end);
  }

  /** Adds a sentence, with its predecessor where it leans on it. False when there is no room or no sound predecessor. */
  add(source: DraftSource, sentence: ProseSentence, section: string | null, page: number | null, owed = false): ChosenSentence | null {
    if (this.full) return null;
    if (!isDangling(sentence.text)) return this.push(source, sentence, section, page, null);
    const before = predecessorOf(source.text, sentence.start);
    if (!before) return null;
    const taken = this.sentences.find((one) => one.sourceId === source.id && one.start === before.start);
    if (taken) return this.push(source, sentence, taken.section, page, taken);
    if (this.sentences.length + 2 > this.most || !isProse(before.text) || isDangling(before.text) || this.saying(source, before)) return null;
    if (!owed && this.options.belongs && !this.options.belongs(source, before, section)) return null;
    return this.push(source, sentence, section, page, this.push(source, before, section, page, null));
  }

  private push(
    source: DraftSource,
    sentence: ProseSentence,
    section: string | null,
    page: number | null,
    leansOn: ChosenSentence | null,
  ): ChosenSentence {
    const chosen: ChosenSentence = {
      sourceId: source.id,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      section,
      citations: [citationOf(source, sentence, page)],
      stems: stemsOf(sentence.text),
      figures: figuresOf(sentence.text),
      content: contentOf(sentence.text, this.options.names),
      source,
      claims: this.claimsAt(source, sentence),
      bears: false,
      leansOn,
    };
    if (leansOn) leansOn.bears = true;
    else this.dropContained(chosen);
    this.sentences.push(chosen);
    return chosen;
  }

  /** What the new sentence says as well, on evidence as good, is not printed beside it. */
  private dropContained(chosen: ChosenSentence): void {
    const kept = this.sentences.filter((one) => !this.isSpare(one, chosen));
    if (kept.length < this.sentences.length) this.sentences.splice(0, this.sentences.length, ...kept);
  }

  /** A sentence that the other one says as well, unless more than one source stands under it alone. */
  private isSpare(one: ChosenSentence, other: ChosenSentence): boolean {
    if (one === other || one.bears || one.leansOn !== null || one.section !== other.section) return false;
    const own = one.citations.filter((citation) => !other.citations.some(({ sourceId }) => sourceId === citation.sourceId));
    return (
      own.length <= 1 && this.contains(other, one) && !(this.contains(one, other) && this.sentences.indexOf(one) < this.sentences.indexOf(other))
    );
  }

  /** Two agencies speak of a matter that each decides for its own country. */
  private isApart(one: ChosenSentence, source: DraftSource): boolean {
    const [own, its] = [one.source.jurisdiction ?? null, source.jurisdiction ?? null];
    return own !== null && its !== null && own !== its && (this.options.regulated?.has(one.section) ?? false);
  }

  private contains(one: ChosenSentence, other: Pick<ChosenSentence, "content" | "source" | "claims">): boolean {
    if (one.source.superseded !== other.source.superseded || one.source.tier > other.source.tier) return false;
    if (this.isApart(one, other.source)) return false;
    // A word too much may be the name that makes all the difference.
    const all = [...other.content.stems].every((stem) => one.content.stems.has(stem));
    if (!all && statesOther(one.claims, other.claims)) return false;
    return isContained(other.content, one.content, this.contextOf(one.source));
  }

  /** A further source for a chosen sentence; each source once, at most four. */
  cite(chosen: ChosenSentence, citation: Citation): void {
    if (chosen.citations.length >= mostCitations || chosen.citations.some((one) => one.sourceId === citation.sourceId)) return;
    chosen.citations.push(citation);
  }

  /** A further source for a sentence that it carries whole. */
  join(chosen: ChosenSentence, source: DraftSource, sentence: ProseSentence, page: number | null): void {
    if (chosen.citations.length >= mostCitations || chosen.citations.some((one) => one.sourceId === source.id)) return;
    if (statesOther(chosen.claims, this.claimsAt(source, sentence))) return;
    if (isContained(chosen.content, contentOf(sentence.text, this.options.names), this.contextOf(source)))
      this.cite(chosen, citationOf(source, sentence, page));
  }

  /** True where a sentence that states a value of the chosen one is a source for it: it says no less, and nothing else of any fact. */
  carries(chosen: ChosenSentence, source: DraftSource, sentence: ProseSentence): boolean {
    if (chosen.sourceId === source.id && chosen.start === sentence.start) return true;
    const content = contentOf(sentence.text, this.options.names);
    const context = this.contextOf(source);
    if (statesOther(chosen.claims, this.claimsAt(source, sentence)) || clashes(chosen.content, content, context)) return false;
    return !isContained(content, chosen.content, this.contextOf(chosen.source)) || isContained(chosen.content, content, context);
  }

  private claimsAt(source: DraftSource, { start, end }: { start: number; end: number }): DraftClaim[] {
    return (this.bySource.get(source.id) ?? []).filter((claim) => claim.start < end && start < claim.end);
  }

  private contextOf(source: DraftSource): string {
    return [source.title ?? "", ...(this.options.names ?? [])].join("\n");
  }

  /** In section order; under one head what holds in general comes first, then by source and place in its text. */
  inOrder(sections: readonly (string | null)[], sourceOrder: ReadonlyMap<string, number>): DraftedSentence[] {
    const rank = (one: ChosenSentence): number => {
      const index = sections.indexOf(one.section);
      // A quoted text under its own heading opens the category; what has no section closes it.
      return index < 0 ? -1 : index;
    };
    const order = (one: ChosenSentence): number => sourceOrder.get(one.sourceId) ?? 0;
    const lead = (one: ChosenSentence): ChosenSentence => (one.leansOn ? lead(one.leansOn) : one);
    const place = (one: ChosenSentence): number[] => {
      const first = lead(one);
      return [rank(first), Number(isSpecial(first.text)), order(first), first.start, one.start];
    };
    return this.sentences
      .filter((one) => !this.sentences.some((other) => this.isSpare(one, other)))
      .map((one) => ({ one, key: place(one) }))
      .sort((a, b) => a.key.reduce((found, value, index) => found || value - (b.key[index] ?? 0), 0))
      .map(({ one }) => one)
      .map(({ text, section, citations }) => ({ text, section, citations }));
  }
}
