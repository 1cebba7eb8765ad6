import { parseArgs } from "node:util";

export const usage = `Usage: npm run research -- "<subject>" --pack <slug> [--category <slug>]... [--provider <id>]...
                          [--library <folder>] [--example] [--data-dir <folder>] [--share-passages] [--json|--md]
       npm run research -- --diff <edition> [--against <edition>] [--data-dir <folder>] [--json|--md]

  --pack       pharma, theology, literature or market
  --category   only this category of the pack; may be given several times
  --provider   only this provider; may be given several times
  --library    a folder of documents (TXT, MD, HTML, PDF): the research reads these and no others
  --example    adds the example library first
  --share-passages  lets an engine that answers over passages (Gemini) read passages of your documents; without it, only what public sources say
  --diff       what changed in this edition (its id) against the one before it, field by field; nothing is asked
  --against    with --diff: against this edition of the same subject
  --data-dir   where everything is kept (default: .data, or VARIORUM_DATA_DIR)
  --json, --md the edition as one JSON object, or as Markdown; plain text otherwise

The same command continues a run that was interrupted. Exit code: 0 completed, 3 partial, 1 failed, 2 usage.`;

export type Args = {
  readonly subject: string;
  readonly pack: string;
  readonly categories: readonly string[];
  readonly providers: readonly string[];
  readonly library: string | null;
  readonly example: boolean;
  readonly sharePassages: boolean;
  readonly dataDir: string | null;
  readonly format: "text" | "json" | "md";
};

/** Only looks at what is there. */
export type DiffArgs = Pick<Args, "dataDir" | "format"> & { readonly diff: string; readonly against: string | null };

/** The command line, or one sentence that says what is wrong with it. */
export function readArgs(argv: readonly string[]): Args | DiffArgs | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pack: { type: "string" },
        category: { type: "string", multiple: true, default: [] },
        provider: { type: "string", multiple: true, default: [] },
        library: { type: "string" },
        example: { type: "boolean", default: false },
        "share-passages": { type: "boolean", default: false },
        "data-dir": { type: "string" },
        diff: { type: "string" },
        against: { type: "string" },
        json: { type: "boolean", default: false },
        md: { type: "boolean", default: false },
      },
    });
    if (values.json && values.md) return { wrong: "Choose --json or --md, not both." };
    const kept = { dataDir: values["data-dir"] ?? null, format: values.json ? "json" : values.md ? "md" : "text" } as const;
    const [subject, ...rest] = positionals;
    if (values.diff !== undefined) {
      if (subject !== undefined || values.pack !== undefined)
        return { wrong: "--diff compares editions that are there: leave out the subject and --pack." };
      return { diff: values.diff, against: values.against ?? null, ...kept };
    }
    if (values.against !== undefined) return { wrong: "--against goes with --diff." };
    if (subject === undefined) return { wrong: "Name a subject." };
    if (rest.length > 0) return { wrong: `One subject at a time: put it in quotes. Left over: ${rest.join(" ")}` };
    if (values.pack === undefined) return { wrong: "Name a pack with --pack." };
    return {
      subject,
      pack: values.pack,
      categories: values.category,
      providers: values.provider,
      library: values.library ?? null,
      example: values.example,
      sharePassages: values["share-passages"],
      ...kept,
    };
  } catch (error) {
    // parseArgs throws a TypeError whose first sentence names the argument.
    if (error instanceof TypeError) return { wrong: error.message.split(". ")[0] ?? error.message };
    throw error;
  }
}
