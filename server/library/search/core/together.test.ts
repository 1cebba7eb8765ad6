import { expect, it } from "vitest";
import { together } from "./together";

it("numbers groups, and as one what shares a member, also through a third", () => {
  const numbers = together([["run", "running"], ["dose"], ["doses", "dosi"], ["dosi", "dose"], ["run"]]);
  const of = (...members: string[]) => new Set(members.map((member) => numbers.get(member))).size;
  expect(of("run", "running")).toBe(1);
  expect(of("dose", "doses", "dosi")).toBe(1);
  expect(of("run", "dose")).toBe(2);
  expect(together([])).toEqual(new Map());
});
