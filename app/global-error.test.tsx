import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import GlobalError from "./global-error";

test("the page that stands in for the whole document brings its own frame, and the reference to quote", () => {
  const error = Object.assign(new Error("A test breaks the frame."), { digest: "4711" });
  const page = renderToStaticMarkup(<GlobalError error={error} retry={() => {}} />);
  expect(page).toMatch(/^<html lang="en">.*<main class="page" id="main">/s);
  expect(page).toContain("This page could not be made");
  expect(page).toContain("Reference 4711.");
  expect(page).not.toContain("A test breaks the frame.");
});
