import Link from "next/link";
import type { ReactNode } from "react";
import { RoomNav } from "./room-nav";
import { roomsFor } from "./rooms";
import { ThemeSwitch } from "./theme-switch";
import { UserMenu } from "./user-menu";

export type TopBarUser = { name: string; email: string; role: "user" | "admin" };

type TopBarProps = {
  /** Null: nobody is signed in, and the bar has the way in. */
  user: TopBarUser | null;
  /** A form with a button "Sign out". */
  signOut?: ReactNode;
  /** A search button, where there is a search. */
  search?: ReactNode;
};

/** Wordmark, rooms, theme, account. */
export const TopBar = ({ user, signOut, search }: TopBarProps) => (
  <header className="top">
    <Link className="wordmark" href="/" aria-label="Variorum, home">
      Variorum<span aria-hidden="true">]</span>
    </Link>
    {user ? <RoomNav rooms={roomsFor(user.role)} /> : null}
    <div className="top__end">
      {search}
      <ThemeSwitch />
      {user ? (
        <UserMenu name={user.name} email={user.email}>
          {signOut}
        </UserMenu>
      ) : (
        <Link href="/sign-in">Sign in</Link>
      )}
    </div>
  </header>
);
