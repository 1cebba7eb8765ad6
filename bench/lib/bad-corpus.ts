/** What a benchmark was given cannot be read; the message is one sentence for whoever gave it. */
export class BadCorpus extends Error {
  override readonly name = "BadCorpus";
}
