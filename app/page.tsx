import { redirect } from "next/navigation";

/** The research room is the front door; its gate sends visitors to sign in. */
export default function Home(): never {
  redirect("/research");
}
