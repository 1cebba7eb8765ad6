"use client";
import { useEffect, useRef, useState } from "react";
import { Mark } from "@/app/_ui/marks/mark";
import { SearchPanel } from "./search-panel";

/** The way to everything from everywhere: a button in the bar, and Ctrl K (or Command K). */
export const SearchEverything = ({ role }: { role: "user" | "admin" }) => {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <>
      <button type="button" className="find" aria-keyshortcuts="Control+K Meta+K" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Mark name="search" />
        <span className="find__words">Search everything</span>
        <span className="find__key" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keys it is left with Escape, which a dialog knows by itself. */}
      <dialog
        ref={dialog}
        className="dialog find-dialog"
        aria-label="Search everything"
        onClose={() => setOpen(false)}
        onClick={(event) => {
          // A press beside the dialog is one on its backdrop, which is the dialog itself.
          if (event.target === dialog.current) setOpen(false);
        }}
      >
        {open ? <SearchPanel role={role} onLeave={() => setOpen(false)} /> : null}
      </dialog>
    </>
  );
};
