export type PageId = "label" | "mirror" | "portal" | "agency" | "review" | "blog";
export type Topic = {
  readonly slug: string;
  /** One of them in the question makes the topic its subject. */
  readonly words: RegExp;
  /** What each page says; one that is missing says nothing. */
  readonly says: Partial<Record<PageId, string>>;
};
export type Subject = { readonly name: string; readonly match: RegExp; readonly topics: readonly Topic[] };
