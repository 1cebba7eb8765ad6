import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChangeRow } from "./change-row";

const reading = (text: string, ...sources: number[]) => ({ text, sources, note: null });
const row = (given: Partial<Parameters<typeof ChangeRow>[0]>) =>
  renderToStaticMarkup(
    <ChangeRow
      field="Elimination half-life"
      before={null}
      after={null}
      names={["20 August", "20 November"]}
      sourcesAt={["/research/a/sources", "/research/b/sources"]}
      cause={{ mark: "added", name: "New source", because: "It came." }}
      {...given}
    />,
  );

test("of a list only the members that came or went are marked", () => {
  const html = row({ before: reading("5 h; 6 h", 1), after: reading("6 h; 31 h", 1, 8), marked: "members" });
  expect(html).toContain("<del>5 h</del>");
  expect(html).toContain("<ins>31 h</ins>");
  expect(html.match(/<(?:ins|del)>/g)).toHaveLength(2);
});

test("a text that left or came is marked whole, one that was put otherwise word by word", () => {
  expect(row({ before: reading("It is 6 h."), marked: "words" })).toContain("<del>It is 6 h.</del>");
  expect(row({ after: reading("It is 6 h."), marked: "words" })).toContain("<ins>It is 6 h.</ins>");
  const html = row({ before: reading("It is 6 h."), after: reading("It is 7 h."), marked: "words" });
  expect(html).toContain("<del>6 </del>");
  expect(html).toContain("<ins>7 </ins>");
});

test("each side leads to the sources of its own edition", () => {
  const html = row({ before: reading("5 h", 1), after: reading("6 h", 2) });
  expect(html).toContain('href="/research/a/sources/1"');
  expect(html).toContain('href="/research/b/sources/2"');
  expect(html).not.toMatch(/<(?:ins|del)>/);
});
