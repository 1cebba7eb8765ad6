"use client";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { parseTheme, themeCookieText } from "./theme";

/** Turns the page from light to dark and back, and remembers it. */
export const ThemeSwitch = () => (
  <IconButton
    mark="theme"
    label="Switch between light and dark"
    onClick={() => {
      const root = document.documentElement;
      const dark = parseTheme(root.dataset.theme) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      const next = dark === "dark" ? "light" : "dark";
      root.dataset.theme = next;
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that this page is read in
      document.cookie = themeCookieText(next);
    }}
  />
);
