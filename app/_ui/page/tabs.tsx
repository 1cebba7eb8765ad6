import Link from "next/link";

type TabsProps = {
  /** "Parts of this edition". */
  label: string;
  tabs: readonly { href: string; label: string; count?: number | string; current?: boolean }[];
};

/** Links between the parts of one thing; the current one has the ink line. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav className="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <Link href={tab.href} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
            {tab.count === undefined ? null : (
              <>
                {" "}
                <span className="num">{tab.count}</span>
              </>
            )}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
