import Link from "next/link";
import { DataList } from "@/app/_ui/data/data-list";
import { Timestamp } from "@/app/_ui/time/timestamp";
import type { RegisterLook } from "@/server/research/verification/schema";
import type { SourcePage, StoredText } from "@/server/research/verification/source-page/schema";
import { shortHash } from "./identity-words";

const kinds: Record<StoredText["kind"], string> = { page: "The page", record: "Record", shown: "Shown" };
const answers: Record<RegisterLook["state"], string> = {
  found: "lists it",
  registered: "knows it, without a title",
  absent: "does not know it",
  unknown: "could not be asked",
};

/** What stands beside the source: its register's entry, the notices on it, and the texts of it that are stored. */
export const SourceAside = ({ page }: { page: SourcePage }) => {
  const { register, texts, source, request } = page;
  return (
    <div className="source-side">
      {register ? (
        <section aria-labelledby="register">
          <h2 id="register">Its register</h2>
          <DataList
            form="lines"
            items={[
              { term: register.register, value: `${answers[register.state]}${register.reason ? `. ${register.reason}` : ""}` },
              ...(register.title ? [{ term: "Title", value: register.title }] : []),
              ...(register.author ? [{ term: "First author", value: register.author }] : []),
              ...(register.year ? [{ term: "Year", value: String(register.year) }] : []),
              ...(register.replacedBy ? [{ term: "Replaced by", value: register.replacedBy }] : []),
              { term: "Asked", value: <Timestamp at={register.at} /> },
            ]}
          />
        </section>
      ) : null}
      {source.notices.length > 0 ? (
        <section aria-labelledby="notices">
          <h2 id="notices">Notices on it</h2>
          <ul className="plain-list">
            {source.notices.map((notice) => (
              <li key={`${notice.kind} ${notice.by} ${notice.date}`}>
                {notice.kind.replaceAll("_", " ")}
                {notice.date ? `, ${notice.date}` : ""}
                {notice.by ? `, ${notice.by}` : ""}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="texts">
        <h2 id="texts">Its stored texts</h2>
        {texts.length === 0 ? <p className="meta">No text of it is stored.</p> : null}
        <ul className="plain-list">
          {texts.map((text) => (
            <li key={text.hash}>
              <Link prefetch={false} href={`/research/${request.id}/sources/${source.number}/text/${text.hash}`}>
                {kinds[text.kind]}
                {text.kind === "shown" ? ` by ${text.by.join(", ")}` : ""}
                {text.kind === "record" ? ` from ${text.by.join(", ")}` : ""}
              </Link>
              <br />
              <span className="dim">
                {text.characters.toLocaleString("en")} characters, SHA-256 <span className="hash">{shortHash(text.hash)}</span>
                {text.at ? (
                  <>
                    , <Timestamp at={text.at} form="date" />
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
