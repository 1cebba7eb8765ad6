import { signOutAction } from "@/app/(auth)/actions";

/** The entry of the user menu that ends the session. */
export const SignOut = () => (
  <form action={signOutAction}>
    <button type="submit">Sign out</button>
  </form>
);
