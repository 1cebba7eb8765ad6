import Link from "next/link";
import { Fold } from "@/app/_ui/feedback/fold";
import { Timestamp } from "@/app/_ui/time/timestamp";

type CitingSentence = { readonly slug: string; readonly category: string; readonly sentence: number; readonly text: string };
type CitedInProps = {
  editions: readonly {
    readonly requestId: string;
    readonly subject: string;
    readonly createdAt: Date;
    readonly sentences: readonly CitingSentence[];
  }[];
  /** Not all are listed. */
  more: boolean;
  conversations: readonly { readonly id: string; readonly title: string }[];
};

const mostOpen = 3;

/** Where this document stands as a source: sentences of editions, and conversations. */
export const CitedIn = ({ editions, more, conversations }: CitedInProps) => (
  <section aria-labelledby="cited-in">
    <h2 className="aside-title" id="cited-in">
      Cited in
    </h2>
    {editions.length + conversations.length === 0 ? <p className="meta mt-2">No edition and no conversation cites it so far.</p> : null}
    {editions.map(({ requestId, subject, createdAt, sentences }) => {
      const line = (sentence: CitingSentence) => <Sentence key={`${sentence.slug} ${sentence.sentence}`} requestId={requestId} sentence={sentence} />;
      return (
        <div key={requestId} className="refs">
          <h3>
            <Link href={`/research/${requestId}`}>{subject}</Link>{" "}
            <span className="dim">
              <Timestamp at={createdAt.toISOString()} form="date" />
            </span>
          </h3>
          <ul>{sentences.slice(0, mostOpen).map(line)}</ul>
          {sentences.length > mostOpen ? (
            <Fold summary={`${sentences.length - mostOpen} more sentence${sentences.length === mostOpen + 1 ? "" : "s"}`}>
              <ul>{sentences.slice(mostOpen).map(line)}</ul>
            </Fold>
          ) : null}
        </div>
      );
    })}
    {more ? <p className="note">Only the newest are listed.</p> : null}
    {conversations.length > 0 ? (
      <div className="refs">
        <h3>Conversations</h3>
        <ul>
          {conversations.map(({ id, title }) => (
            <li key={id}>
              <Link href={`/chat/${id}`}>{title}</Link>
            </li>
          ))}
        </ul>
      </div>
    ) : null}
  </section>
);

const Sentence = ({ requestId, sentence: { slug, category, sentence, text } }: { requestId: string; sentence: CitingSentence }) => (
  <li className="refs__sentence">
    <Link href={`/research/${requestId}/text/${slug}?s=${sentence}#sentence-${sentence}`}>
      {category}, sentence {sentence}
    </Link>
    <span className="refs__words">{text}</span>
  </li>
);
