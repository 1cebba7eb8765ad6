/** Headings in capitals would shout outside of their text; there they stay as they are. */
export const inSentenceCase = (heading: string): string => {
  if (heading !== heading.toUpperCase()) return heading;
  const lower = heading.toLowerCase();
  const first = lower.search(/\p{L}/u);
  return first < 0 ? heading : lower.slice(0, first) + lower.charAt(first).toUpperCase() + lower.slice(first + 1);
};
