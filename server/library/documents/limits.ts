// How much of a document is taken. Apart from the schemas, since the extraction child has no use for those.

export const limits = {
  /** Ten million characters are about two Bibles: beyond that the one ingest transaction would hold up everybody else. */
  textUnits: 10_000_000,
  /** Pages beyond this are a data dump, and 20 s would not do anyway. */
  pages: 5_000,
  /** How much of a text is looked at for what kind of document it is, its title and its language: what says so stands at the head. */
  headUnits: 200_000,
  /** Of one account. Whoever has more needs an archive, not a workbench; a program that adds for ever is stopped. */
  documents: 50_000,
  fileName: 255,
  /** Front matter is a heading of a file, not its content. */
  frontMatterUnits: 16_384,
  metadataValue: 2_000,
  title: 600,
  /** Below this many letters a PDF page is probably a picture of a page; people are told. */
  sparsePage: 12,
  /** A PDF with fewer letters a page than this has page numbers at most: it is refused rather than indexed as empty. */
  fewestLettersPerPage: 4,
} as const;
