import { describe, expect, it } from "vitest";
import { crossingsOf, layOutStemma } from "./stemma";

const source = (key: string) => ({ key, label: key, number: null });
const answer = (key: string) => ({ key, label: key, end: "named" as const });
const cited = (source: string, answer: string) => ({ source, answer, role: "cited" as const });

describe("a stemma", () => {
  it("orders its rows so that lines that need not cross do not", () => {
    const sources = ["a", "b", "c"].map(source);
    const answers = ["x", "y", "z"].map(answer);
    const edges = [cited("a", "z"), cited("b", "y"), cited("c", "x")];
    expect(crossingsOf(["a", "b", "c"], ["x", "y", "z"], edges)).toBe(3);
    const drawn = layOutStemma({ sources, answers, edges });
    expect(drawn.crossings).toBe(0);
    const x = (key: string) => [...drawn.sources, ...drawn.answers].find((item) => item.key === key)?.x ?? 0;
    expect(x("a") < x("b")).toBe(x("z") < x("y"));
  });

  it("keeps every source and answer, those without a line at the end", () => {
    const drawn = layOutStemma({
      sources: [source("a"), source("b")],
      answers: [answer("lone"), answer("x"), answer("y")],
      edges: [cited("a", "y"), cited("b", "x")],
    });
    expect(drawn.answers.map(({ key }) => key).toSorted()).toEqual(["lone", "x", "y"]);
    expect(drawn.answers.at(-1)?.key).toBe("lone");
    expect(drawn.lines).toHaveLength(2);
    expect(new Set(drawn.answers.map(({ x }) => x)).size).toBe(3);
  });

  it("draws nothing to what is not there, and is as wide as its longer row", () => {
    const drawn = layOutStemma({ sources: [source("a")], answers: [answer("x")], edges: [cited("a", "x"), cited("gone", "x")] });
    expect(drawn.lines).toHaveLength(1);
    expect(drawn.sources[0]?.x).toBe(drawn.width / 2);
    expect(layOutStemma({ sources: [], answers: [], edges: [] }).lines).toEqual([]);
  });
});
