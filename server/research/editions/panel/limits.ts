/** A run tells far less; the rest of a longer one is not looked through. */
export const mostEvents = 5000;
/** Characters of a raw answer on one page: some screens, and no more than a browser lays out at once. */
export const rawPageLength = 10_000;
