import Link from "next/link";

type FilterRowProps = {
  /** What is chosen: "State". */
  label: string;
  choices: readonly { key: string; words: string; count: number; href: string; current: boolean }[];
};

/** Choices of which one holds, each a link with how much it leads to. */
export const FilterRow = ({ label, choices }: FilterRowProps) => (
  <nav className="filters" aria-label={label}>
    <span className="filters__label">{label}</span>
    <ul>
      {choices.map(({ key, words, count, href, current }) => (
        <li key={key}>
          <Link href={href} aria-current={current ? "true" : undefined} scroll={false}>
            {words} <span className="num">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
