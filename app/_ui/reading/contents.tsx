import Link from "next/link";
import { Mark, type Tone } from "../marks/mark";
import { type State, stateMark, stateWords } from "../marks/states";

export type ContentsItem = {
  key: string;
  number: number;
  name: string;
  href: string;
  current?: boolean;
  /** The gravest thing to know about it; agreement is not marked. */
  state?: State;
  /** Confidence, 0 to 100; without one nothing stands there. */
  score?: number | null;
};

const tones: Partial<Record<State, Tone>> = { conflict: "rubric", open: "ochre", blocked: "ochre" };
const keys: readonly State[] = ["conflict", "open", "not_comparable", "by_jurisdiction", "blocked", "nothing_found"];

/** The categories of an edition with their confidence and marks. */
export const Contents = ({ items }: { items: readonly ContentsItem[] }) => (
  <nav className="toc" aria-label="Categories">
    <ol>
      {items.map((item) => (
        <li key={item.key}>
          <Link href={item.href} prefetch={false} aria-current={item.current ? "page" : undefined}>
            <span className="toc__no">{item.number}</span>
            <span>{item.name}</span>
            <span className="toc__end">
              {item.state ? <Mark name={stateMark(item.state)} label={stateWords(item.state)} tone={tones[item.state]} /> : null}
              {item.score ?? null}
            </span>
          </Link>
        </li>
      ))}
    </ol>
    <p className="note">The number is the confidence, of 100.</p>
    <p className="keyrow">
      {keys
        .filter((key) => items.some((item) => item.state === key))
        .map((key) => (
          <span key={key}>
            <Mark name={stateMark(key)} tone={tones[key]} />
            {stateWords(key).toLowerCase()}
          </span>
        ))}
    </p>
  </nav>
);
