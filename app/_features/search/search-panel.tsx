"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { LiveRegion } from "@/app/_ui/a11y/live-region";
import { neighbour, optionGroups, type SearchOption } from "./search-options";
import { useSearch } from "./use-search";

type SearchPanelProps = { role: "user" | "admin"; onLeave: () => void };

/** A line to type into and what was found under it; arrows choose, Enter opens, Escape leaves. */
export const SearchPanel = ({ role, onLeave }: SearchPanelProps) => {
  const id = useId();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { found, notes, suggestion, isAsking, failed } = useSearch(query);
  const groups = optionGroups(query, found, role);
  const options = groups.flatMap((group) => group.options);
  const active = options.find((option) => option.id === chosen) ?? (query.trim() === "" ? undefined : options[0]);
  const go = (href: string) => {
    onLeave();
    router.push(href);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = neighbour(
        options.map((option) => option.id),
        active?.id ?? null,
        event.key === "ArrowDown" ? 1 : -1,
      );
      setChosen(next);
      if (next !== null) document.getElementById(optionId(id, next))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape") {
      // A search field would keep the key to empty itself.
      event.preventDefault();
      onLeave();
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      go(active.href);
    }
  };
  const nothing = query.trim() !== "" && options.length === 0 && !isAsking;
  return (
    <div className="find-panel">
      <input
        className="input"
        type="search"
        role="combobox"
        aria-label="Search documents, passages, editions and conversations"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={active ? optionId(id, active.id) : undefined}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: whoever opens a search wants to type into it.
        autoFocus
        maxLength={200}
        placeholder="Words, a title, a reference such as Rom 8:28"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(null);
        }}
        onKeyDown={onKey}
      />
      <div className="find-panel__found" id={`${id}-found`} role="listbox" aria-label="Found" hidden={options.length === 0}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of a list box are of this role; there is no element for them.
          <div key={group.label} role="group" aria-labelledby={`${id}-${group.label}`}>
            <div className="find-panel__label" id={`${id}-${group.label}`}>
              {group.label}
            </div>
            {group.options.map((option) => (
              <Option key={option.id} id={optionId(id, option.id)} option={option} isActive={option === active} onGo={go} onPoint={setChosen} />
            ))}
          </div>
        ))}
      </div>
      {notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      {nothing ? (
        <p className="meta">
          Nothing found.{" "}
          {suggestion === null ? (
            "Try fewer words, or another name of the same thing."
          ) : (
            <>
              Did you mean{" "}
              <button type="button" className="btn btn--ghost btn--small" onClick={() => setQuery(suggestion)}>
                {suggestion}
              </button>
              ?
            </>
          )}
        </p>
      ) : null}
      {failed ? <p className="meta">Not everything could be searched. Type again to try once more.</p> : null}
      {query.trim() === "" ? null : (
        <p className="meta">
          <Link href={`/library?q=${encodeURIComponent(query.trim())}`} onClick={onLeave}>
            All passages in the library
          </Link>
        </p>
      )}
      <LiveRegion>{isAsking ? "" : saidOf(query, options.length)}</LiveRegion>
    </div>
  );
};

const saidOf = (query: string, count: number): string => (query.trim() === "" ? "" : count === 1 ? "1 result" : `${count} results`);
const optionId = (panel: string, option: string): string => `${panel}-${option.replace(/[^\w-]/g, "_")}`;

type OptionProps = { id: string; option: SearchOption; isActive: boolean; onGo: (href: string) => void; onPoint: (id: string) => void };

const Option = ({ id, option, isActive, onGo, onPoint }: OptionProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the combobox's, which keeps the focus.
  // biome-ignore lint/a11y/useFocusableInteractive: as above.
  <div
    id={id}
    role="option"
    aria-selected={isActive}
    className="find-panel__option"
    onClick={() => onGo(option.href)}
    onPointerMove={() => onPoint(option.id)}
  >
    <span className="find-panel__title">{option.title}</span>
    <span className="find-panel__detail">{option.detail}</span>
  </div>
);
