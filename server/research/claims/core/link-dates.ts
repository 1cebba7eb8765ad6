// Which date belongs to which named event: the nearest in the same clause, after the words rather than before them.
import { clauseAt, findClauses } from "./clauses";
import { isCued } from "./cues";
import type { FoundDate } from "./dates";
import type { Mention } from "./mentions";

const reach = 140;

/** Each date goes to its nearest mention at most once. */
export function linkDates(sentence: string, mentions: readonly Mention[], dates: readonly FoundDate[]): { mention: Mention; date: FoundDate }[] {
  const clauses = findClauses(sentence);
  return dates.flatMap((date, index) => {
    const clause = clauseAt(clauses, date.start);
    const costs = mentions.flatMap((mention) => {
      if (!isCued(mention.fact, sentence, date.start)) return [];
      if (clauseAt(clauses, mention.start).start !== clause.start) return [];
      const cost = mention.end <= date.start ? date.start - mention.end : (mention.start - date.end) * 1.6;
      return cost >= 0 && cost <= reach ? [{ mention, cost }] : [];
    });
    const best = costs.sort((a, b) => a.cost - b.cost)[0];
    const earlier = dates[index - 1];
    // "approved in May 2012, revised April 2021": the second date has its own verb.
    const own = earlier && best && best.mention.end <= earlier.start && /\b(?!United\b)\w+ed\b/.test(sentence.slice(earlier.end, date.start));
    if (!best || own) return [];
    return costs.filter((each) => each.mention.start === best.mention.start).map(({ mention }) => ({ mention, date }));
  });
}
