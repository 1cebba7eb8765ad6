import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { readChanges } from "@/server/research/editions/read-changes";
import { readEdition } from "@/server/research/editions/read-edition";
import { rerunRequest } from "@/server/research/editions/rerun-request";
import { editionsFor } from "@/server/research/editions/testing";
import { changesText } from "./changes-text";

const test = useTestDatabase();
const editions = editionsFor(test);

it("says field by field what changed, with the sources of both sides and the cause, and plainly when there is nothing", async () => {
  const reader = await editions.reader();
  const first = await editions.run(reader);
  const told = async (id: string, format: "text" | "md" = "text") => {
    const compared = await readChanges(reader.ctx, { id, against: null });
    return changesText(compared, await readEdition(reader.ctx, compared.after), format);
  };
  expect(await told(first.request.id)).toBe(
    "Celandrin: what changed\n=======================\n\nThis is the only edition so far: there is nothing to compare it with.",
  );
  const again = async (key: string) => {
    const { id } = await rerunRequest(reader.ctx, { id: first.request.id, idempotencyKey: key, fresh: true });
    await editions.ended(reader, id);
    return id;
  };
  const second = await again("the-second");
  expect(await told(second)).toMatch(/\n- \d{4}-\d\d-\d\d \d\d:\d\d UTC, \w+\n\+ .+\n\nNothing changed: \d+ fields compared\.$/);
  await editions.add(reader, { "third.md": "# Celandrin\n\nThe elimination half-life of celandrin in plasma is 30 hours.\n" });
  const third = await again("the-third");
  const text = await told(third);
  expect(text).toMatch(/\n\n\d+ of \d+ fields changed\.\n\n1\. /);
  expect(text).toMatch(/\n\* .+ \(sentence of the text\)\n {2}\+ .*30 hours.* \[\d+\].*\n {4}\S.+\./);
  // Which number a source gets depends on which category comes to it first.
  expect(text).toMatch(/\n\nSources of the edition\n-+\n\* Celandrin \(source\)\n {2}\+ Celandrin \[\d\]\n {4}It was not in the edition before/);
  expect(text).not.toMatch(/undefined|null|\[object/);
  expect(await told(third, "md")).toMatch(/^# Celandrin: what changed\n[\s\S]+\n## Sources of the edition\n/);
});
