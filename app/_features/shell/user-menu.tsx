"use client";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type UserMenuProps = {
  name: string;
  email: string;
  /** Links and a form with the button that signs out. */
  children: ReactNode;
};

/** Two letters for a round button: of the first and the last name, or of the only one. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : words[0]?.[1]];
  return letters.join("").toUpperCase();
};

/** Who is signed in, and what they can do about it. Closes on Escape and on a press elsewhere. */
export const UserMenu = ({ name, email, children }: UserMenuProps) => {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);
  return (
    <div className="menu" ref={menu}>
      <button
        ref={button}
        type="button"
        className="menu__open"
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${initials(name)}, your account: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {initials(name)}
      </button>
      <div id={id} className="menu__panel" hidden={!open}>
        <div className="menu__who">
          <b>{name}</b>
          <div className="meta">{email}</div>
        </div>
        {children}
      </div>
    </div>
  );
};
