// A conversation as Markdown: every sentence with the numbers of its sources, every source with the words that were cited. Pure.
import type { ChatCitation } from "../../answers/schema";
import type { ChatSource, TurnView } from "../../answers/turn-view";

type Exported = {
  readonly title: string;
  readonly note: string | null;
  readonly turns: readonly TurnView[];
  readonly sources: readonly ChatSource[];
};

/** `at` is the ISO time of the export. */
export function conversationMarkdown({ title, note, turns, sources }: Exported, at: string): string {
  const parts = [
    `# ${plain(title)}`,
    ...(note ? [`About: ${plain(note)}`] : []),
    `Exported ${at}. Every sentence was checked against the passage that it cites; this says what the sources say, not that they are right.`,
    ...turns.map(turnOf),
    ...(sources.length > 0 ? ["## Sources", sources.map((source) => sourceOf(source, citationsOf(turns, source.number))).join("\n\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function turnOf({ text, askedAt, answer }: TurnView): string {
  const { status, body, model, error, carried } = answer;
  const sentence = (one: (typeof body.sentences)[number]) => `${plain(one.text)} ${one.citations.map(({ source }) => `[${source}]`).join("")}`;
  const named = [...new Set(body.sentences.map(({ tradition }) => tradition))];
  const prose = body.interpretive
    ? named.map((name) => {
        const own = body.sentences
          .filter(({ tradition }) => tradition === name)
          .map(sentence)
          .join(" ");
        return name === null ? own : `**${name}.** ${own}`;
      })
    : [body.sentences.map(sentence).join(model === null ? "\n\n" : " ")];
  return [
    `## ${plain(text)}`,
    `${askedAt}${carried.length > 0 ? `; read with ${carried.map(plain).join(", ")}` : ""}; ${model === null ? "sentences of the sources" : `written by ${plain(model)}, checked`}`,
    ...(body.sentences.length > 0 ? prose : []),
    ...(body.interpretive ? ["Kept apart by design: none of these readings is preferred, counted or averaged."] : []),
    ...(status === "declined" ? ["The library does not say."] : []),
    ...(status === "stopped" ? ["Stopped by the reader."] : []),
    ...(error ? [plain(error)] : []),
    ...body.conflicts.map(({ category, statement }) => `Open conflict, ${plain(category)}: ${plain(statement)}`),
    ...(body.withheld.length > 0
      ? [`${body.withheld.length} withheld:`, body.withheld.map((one) => `- ${plain(one.text)} (${plain(one.reason)})`).join("\n")]
      : []),
    ...(body.confidence ? [`Confidence ${body.confidence.value} of 100.`] : []),
  ].join("\n\n");
}

function sourceOf({ number, title, publisher, date, licence, superseded }: ChatSource, cited: readonly ChatCitation[]): string {
  const about = [publisher, date, licence, superseded ? "replaced by a later edition" : null].flatMap((part) => part ?? []).map(plain);
  const quotes = cited.map(({ quote, page, heading, start, end }) => {
    const place = [heading, page === null ? null : `page ${page}`, end > 0 ? `characters ${start} to ${end}` : null].flatMap((part) => part ?? []);
    return `   > ${plain(quote)}\n   > (${place.map(plain).join(", ")})`;
  });
  return [`${number}. **${plain(title)}**${about.length > 0 ? `, ${about.join(", ")}` : ""}`, ...quotes].join("\n\n");
}

function citationsOf(turns: readonly TurnView[], number: number): ChatCitation[] {
  const all = turns.flatMap(({ answer }) => answer.body.sentences.flatMap(({ citations }) => citations)).filter(({ source }) => source === number);
  return [...new Map(all.map((citation) => [`${citation.start}:${citation.end}:${citation.quote}`, citation])).values()];
}

/** One line, in which no character opens markup of its own. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
