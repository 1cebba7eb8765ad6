import { expect, it } from "vitest";
import { diskFull } from "./disk-full";

const coded = (code: string) => Object.assign(new Error("write failed"), { code });

it.each([
  ["a file system without room", coded("ENOSPC"), true],
  ["a quota that is used up", coded("EDQUOT"), true],
  ["a database that says so inside of another error", new Error("Failed query", { cause: coded("53100") }), true],
  ["a file that is not there", coded("ENOENT"), false],
  ["anything that is no error", "ENOSPC", false],
])("%s is told apart", (_what, error, full) => {
  expect(diskFull(error)?.userMessage ?? null).toEqual(full ? expect.stringContaining("no room left") : null);
});
