"use client";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import type { AnswerBody } from "@/server/chat/answers/schema";
import type { ChatSource } from "@/server/chat/answers/turn-view";
import { placeHref } from "./citation-words";

type DeclinedProps = {
  body: AnswerBody;
  sources: ReadonlyMap<number, ChatSource>;
  /** Asks the same in everything; undefined where it was asked there. */
  onEverywhere?: (() => void) | undefined;
  waiting: boolean;
};

/** The rarest words of a question say most about why nothing was found. */
const mostWords = 4;

const many = (count: number, what: string): string => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

/** "The library does not say", what was searched, and three ways on. */
export const Declined = ({ body, sources, onEverywhere, waiting }: DeclinedProps) => {
  const { declined, searched } = body;
  const nearest = declined?.nearest ?? null;
  const source = nearest ? sources.get(nearest.source) : undefined;
  const href = nearest ? placeHref(source, nearest) : null;
  const missing = declined?.words.filter(({ passages }) => passages === 0).map(({ word }) => word) ?? [];
  const rare = (declined?.words ?? [])
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => a.passages - b.passages)
    .slice(0, mostWords);
  return (
    <>
      <p className="turn__not">The library does not say.</p>
      <p className="meta turn__searched">
        Searched {many(searched.documents, "document")} with {many(searched.passages, "passage")}
        {searched.editions > 0 ? ` and ${many(searched.editions, "edition")}` : ""}
        {searched.mode === "hybrid" ? ", by words and meaning" : ""}.{" "}
        {missing.length > 0 ? <>No passage of your library has {listed(missing)}. </> : null}
        {rare.length > 0 ? (
          <>{capital(rare.map(({ word, passages }) => `“${word}” stands in ${many(passages, "passage")}`).join(", "))}; none answers this. </>
        ) : null}
        {nearest && source ? (
          <>
            The nearest is{" "}
            {href ? (
              <a href={href}>
                a passage of [{nearest.source}] {source.title}
              </a>
            ) : (
              <>
                [{nearest.source}] {source.title}
              </>
            )}
            .{" "}
          </>
        ) : null}
        Nothing was written, because nothing could be cited.
      </p>
      <div className="turn__ways">
        {onEverywhere ? (
          <Button size="small" disabled={waiting} onClick={onEverywhere}>
            Look in everything
          </Button>
        ) : null}
        <LinkButton size="small" href="/library">
          Add a document
        </LinkButton>
        <LinkButton size="small" href="/research/new">
          Ask providers
        </LinkButton>
      </div>
    </>
  );
};

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(words.length === 2 ? " or " : ", ");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
