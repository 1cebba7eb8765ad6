"use client";
import { useEffect } from "react";

/** Brings the cited passage into the middle of the window: an address that comes from a redirect may have lost its anchor. */
export const PassageInView = ({ place }: { place: string }) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place of the same document is another passage to bring into view
  useEffect(() => {
    const passage = document.getElementById("passage");
    passage?.scrollIntoView({ block: "center" });
    passage?.focus({ preventScroll: true });
  }, [place]);
  return null;
};
