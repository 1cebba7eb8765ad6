import { expect, test } from "vitest";
import { isIn, roomsFor } from "./rooms";

test("only an administrator sees the room of administration", () => {
  expect(roomsFor("user").map((room) => room.label)).toEqual(["Research", "Library", "Chat"]);
  expect(roomsFor("admin").map((room) => room.label)).toContain("Admin");
});
test("a path lies in the room whose whole name it begins with", () => {
  const research = { href: "/research", label: "Research" };
  expect(isIn(research, "/research")).toBe(true);
  expect(isIn(research, "/research/01J/conflicts")).toBe(true);
  expect(isIn(research, "/researchers")).toBe(false);
});
