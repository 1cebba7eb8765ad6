import type { Metadata } from "next";
import { NothingHere } from "./_features/shell/nothing-here";
import { TopBar } from "./_features/shell/top-bar";

export const metadata: Metadata = { title: "There is no such page" };

/** Addresses that lead nowhere, before anybody is asked who they are. */
export default function NotFound() {
  return (
    <>
      <TopBar user={null} />
      <main className="page" id="main">
        <NothingHere title="There is no such page" />
      </main>
    </>
  );
}
