import type { ReactNode } from "react";
import type { ListedUser } from "@/server/identity/schema";

/** A name and the address that belongs to it. */
export const Person = ({ user, self = false }: { user: Pick<ListedUser, "name" | "email">; self?: boolean }) => (
  <>
    <b className="wrap-anywhere">{user.name}</b>
    {self ? <span className="dim"> (you)</span> : null}
    <br />
    <span className="dim wrap-anywhere">{user.email}</span>
  </>
);

/** Where rows are stacked their column's head is out of sight, so that the cell says it. */
export const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <span className="dim md:hidden" aria-hidden="true">
      {name}{" "}
    </span>
    {children}
  </>
);
