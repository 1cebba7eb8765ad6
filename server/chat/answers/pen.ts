// What an attempt at an answer writes, as it writes it: each sentence stands in the row and on the stream in one transaction, so that a page that is
// loaded in the middle shows the same. An attempt that another one has overtaken, or whose answer has ended, writes nothing more.
import type { Tx } from "@/db/client";
import type { Ctx } from "@/server/platform/context";
import { languageOf } from "@/server/research/synthesis/core/language-of";
import type { Judged, Place } from "./core/judge";
import { matchesIn } from "./core/matches";
import type { Stretch } from "./core/stretch";
import { tell } from "./progress";
import type { AnswerBody, AnswerSentence, ChatCitation } from "./schema";
import { type AnswerRow, isStopAsked, numberSources, type SourceEntry, saveProgress } from "./store";

/** Thrown where the reader has asked to stop, or the attempt has been overtaken. */
export class Halted extends Error {
  override readonly name = "Halted";
}

const mostWithheld = 20;

export class Pen {
  private body: AnswerBody;
  private drafts = 0;
  private withheldCount = 0;

  constructor(
    private readonly ctx: Pick<Ctx, "db" | "clock">,
    private readonly answer: AnswerRow,
    /** Lexemes of the question, which are marked in what is quoted. */
    private readonly lexemes: ReadonlySet<string>,
  ) {
    this.body = answer.body;
  }

  get sentences(): readonly AnswerSentence[] {
    return this.body.sentences;
  }

  /** Writes a sentence that passed the gate. */
  async publish(judged: Extract<Judged, { kind: "published" }>, tradition: string | null): Promise<void> {
    const index = this.body.sentences.length;
    await this.write(async (tx) => {
      const citations = await this.cite(tx, judged.places);
      const sentence: AnswerSentence = { text: judged.text, verbatim: judged.verbatim, tradition, lang: languageOf(judged.text) ?? null, citations };
      this.body = { ...this.body, sentences: [...this.body.sentences, sentence] };
      await this.tell(tx, "answer.sentence", { index, sentence }, String(index));
    });
  }

  /** Keeps a sentence apart that did not pass. */
  async withhold(text: string, reason: string): Promise<void> {
    this.withheldCount += 1;
    await this.write(async (tx) => {
      if (this.body.withheld.length < mostWithheld) this.body = { ...this.body, withheld: [...this.body.withheld, { text, reason }] };
      await this.tell(tx, "answer.withheld", { count: this.withheldCount }, String(this.withheldCount));
    });
  }

  /** Shows what is being written and has not passed. */
  async draft(text: string): Promise<void> {
    this.drafts += 1;
    await this.write(async (tx) => this.tell(tx, "answer.draft", { text }, String(this.drafts)), text);
  }

  async note(text: string): Promise<void> {
    this.body = { ...this.body, notes: [...this.body.notes, text] };
    await this.write(async () => {});
  }

  /** Says that the sentences are those of an answer that was made before. */
  async kept(at: string): Promise<void> {
    this.body = { ...this.body, keptAt: at };
    await this.write(async () => {});
  }

  async decline(nearest: Place | null, words: readonly { word: string; passages: number }[]): Promise<void> {
    await this.write(async (tx) => {
      const [citation] = nearest ? await this.cite(tx, [nearest]) : [];
      this.body = { ...this.body, declined: { nearest: citation ?? null, words: [...words] } };
    });
  }

  async paid(costUsd: number | null, model: string): Promise<void> {
    await this.ctx.db.transaction((tx) => saveProgress(tx, this.answer.id, this.answer.attempt, { costUsd, model }));
  }

  async stopAsked(): Promise<boolean> {
    return isStopAsked(this.ctx.db, this.answer.id);
  }

  private async write(work: (tx: Tx) => Promise<void>, draft: string | null = null): Promise<void> {
    const { id, attempt } = this.answer;
    const { stopAsked } = await this.ctx.db.transaction(async (tx) => {
      await work(tx);
      const saved = await saveProgress(tx, id, attempt, { body: this.body, draft });
      if (!saved) throw new Halted("The answer has ended, or is written by another attempt.");
      return saved;
    });
    if (stopAsked) throw new Halted("The reader asked to stop.");
  }

  private async tell(tx: Tx, type: "answer.sentence" | "answer.withheld" | "answer.draft", body: object, dedupe: string): Promise<void> {
    const { id, attempt, conversationId } = this.answer;
    await tell(tx, this.ctx, conversationId, type, { answerId: id, attempt, ...body } as never, `${id}:${attempt}:${dedupe}`);
  }

  private async cite(tx: Tx, places: readonly Place[]): Promise<ChatCitation[]> {
    const numbers = await numberSources(
      tx,
      this.answer.conversationId,
      places.map(({ stretch }) => sourceOf(stretch)),
    );
    return places.map(({ stretch, start, end }) => {
      const quote = stretch.text.slice(start, end);
      const ofDocument = stretch.documentId !== null;
      return {
        source: numbers.get(stretch.key) ?? 0,
        quote,
        start: ofDocument ? stretch.start + start : 0,
        end: ofDocument ? stretch.start + end : 0,
        page: stretch.page,
        heading: stretch.heading,
        sentence: stretch.sentence,
        matches: matchesIn(quote, this.lexemes),
      };
    });
  }
}

function sourceOf({ key, title, documentId, requestId, slug, tier, date, publisher, licence, superseded }: Stretch): SourceEntry {
  return { key, title, documentId, requestId, slug, tier, date, publisher, licence, superseded };
}
