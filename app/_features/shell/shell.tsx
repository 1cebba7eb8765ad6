import type { ReactNode } from "react";
import { ConnectionStrip } from "./connection-strip";
import { Footer } from "./footer";
import { TopBar, type TopBarUser } from "./top-bar";

type ShellProps = {
  user: TopBarUser | null;
  signOut?: ReactNode;
  search?: ReactNode;
  /** Strip parts that are true now. */
  strips?: ReactNode;
  version: string;
  children: ReactNode;
};

/** The frame of every page of those who are signed in: bar, strips, the page, foot. */
export const Shell = ({ user, signOut, search, strips, version, children }: ShellProps) => (
  <>
    <TopBar user={user} signOut={signOut} search={search} />
    <ConnectionStrip />
    {strips}
    <main className="page" id="main">
      {children}
    </main>
    <Footer version={version} />
  </>
);
