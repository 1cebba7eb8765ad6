import type { ReactNode } from "react";

/** Points with italic numbers: what you will get, how it works. */
export const NumberedList = ({ items }: { items: readonly { key: string; title: ReactNode; children?: ReactNode }[] }) => (
  <ol className="numbered">
    {items.map((item, index) => (
      <li key={item.key}>
        <span aria-hidden="true">{index + 1}</span>
        <div>
          <b>{item.title}</b>
          {item.children ? <p className="meta">{item.children}</p> : null}
        </div>
      </li>
    ))}
  </ol>
);
