import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lockFolder } from "@/db/folder-lock";
import { editionSchema } from "@/server/research/editions/schema";
import { readArgs } from "./args";
import { run, slowRefusal, start } from "./testing";

// Each test starts processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
let library: string;
const data = () => path.join(folder, "data");
const metformin = (...args: string[]) => ["metformin", "--pack", "pharma", "--data-dir", data(), ...args];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "research-command-"));
  library = path.join(folder, "library");
  mkdirSync(library);
  writeFileSync(
    path.join(library, "a.md"),
    "# Metformin\n\n## Pharmacokinetics\n\nThe elimination half-life of metformin in plasma is about 6.2 hours.\n",
  );
  writeFileSync(path.join(library, "b.txt"), "Metformin.\n\nThe elimination half-life of metformin in whole blood is about 17.6 hours.\n");
  writeFileSync(path.join(library, "broken.pdf"), "no pdf at all");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it.each([
    [[], "Name a subject."],
    [["metformin"], "Name a pack with --pack."],
    [["metformin", "hydrochloride", "--pack", "pharma"], "One subject at a time: put it in quotes. Left over: hydrochloride"],
    [["metformin", "--pack", "pharma", "--json", "--md"], "Choose --json or --md, not both."],
    [["metformin", "--pack", "pharma", "--colour"], "Unknown option '--colour'"],
    [["metformin", "--pack"], "Option '--pack <value>' argument missing"],
    [["metformin", "--diff", "X"], "--diff compares editions that are there: leave out the subject and --pack."],
    [["metformin", "--pack", "pharma", "--against", "X"], "--against goes with --diff."],
  ])("%j is told what is wrong", (argv, wrong) => {
    expect(readArgs(argv)).toEqual({ wrong });
  });

  it("reads every option", () => {
    expect(readArgs(["--diff", "B", "--against", "A", "--json"])).toEqual({ diff: "B", against: "A", dataDir: null, format: "json" });
    expect(
      readArgs([
        "Romans 8",
        "--pack",
        "theology",
        "--category",
        "a",
        "--category",
        "b",
        "--provider",
        "library",
        "--example",
        "--share-passages",
        "--md",
      ]),
    ).toEqual({
      subject: "Romans 8",
      pack: "theology",
      categories: ["a", "b"],
      providers: ["library"],
      library: null,
      example: true,
      sharePassages: true,
      dataDir: null,
      format: "md",
    });
  });
});

describe("npm run research", () => {
  it.each([
    ["no subject", () => ["--pack", "pharma"], {}, /^Name a subject\.\n\nUsage: /],
    ["an empty subject", () => ["  ", "--pack", "pharma"], {}, /^Name a subject: a drug, a passage, a company or a topic\.\n$/],
    ["a subject that is too long", () => ["x".repeat(1001), "--pack", "pharma"], {}, /^A subject has at most 1000 characters\.\n$/],
    [
      "a malformed environment",
      metformin,
      { VARIORUM_END_MINUTES: "soon" },
      /^The environment variable VARIORUM_END_MINUTES is not valid: it must .*\n$/,
    ],
    [
      "a database that cannot be reached",
      metformin,
      { DATABASE_URL: "postgres://u:p@127.0.0.1:9/db" },
      /^The database at 127\.0\.0\.1:9 cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:9\. Check DATABASE_URL; nothing was changed\.\n$/,
    ],
  ])("says in one sentence what is wrong with %s, and exits 2", async (_, args, environment, sentence) => {
    const { code, out, err } = await run(args(), environment);
    expect(err).toMatch(sentence);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(existsSync(data())).toBe(false);
  });

  it("names the process that holds the data folder without serving it, and exits 2", async () => {
    mkdirSync(data(), { recursive: true });
    const lock = lockFolder(data());
    const { code, out, err } = await run(metformin());
    lock.release();
    expect(err).toBe(
      `The data folder ${data()} is in use by process ${process.pid}. Stop that process, or choose another folder with VARIORUM_DATA_DIR.\n`,
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it.each([
    ["pack", ["metformin", "--pack", "alchemy"], /^There is no pack “alchemy”\. The packs are: pharma, /],
    ["category", ["metformin", "--pack", "pharma", "--category", "colour"], /^Pharmaceutical intelligence has no category "colour"\. It has: /],
    ["provider", ["metformin", "--pack", "pharma", "--provider", "oracle"], /^There is no provider "oracle"\. Known: library, .+\n$/],
  ])("refuses an unknown %s before it reads a single document", async (_, args, sentence) => {
    const { code, out, err } = await run([...args, "--data-dir", data(), "--library", library]);
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(existsSync(path.join(data(), "lock"))).toBe(false);
  });

  it("refuses a folder that is not there, and one in which nothing can be read", async () => {
    const missing = await run(metformin("--library", path.join(folder, "nowhere")));
    expect(missing).toMatchObject({ code: 2, out: "" });
    expect(missing.err.trim().split("\n")).toEqual([expect.stringContaining(path.join(folder, "nowhere"))]);
    const bare = path.join(folder, "bare");
    mkdirSync(bare);
    const empty = await run(metformin("--library", bare));
    expect(empty).toMatchObject({ code: 2, out: "" });
    expect(empty.err).toContain(bare);
  });

  const two = () => metformin("--library", library, "--category", "pharmacokinetics", "--category", "patents_exclusivity_competition");

  it("writes one JSON object to standard output, and the way to it to standard error; killed before that, it writes the same one", async () => {
    const { code, out, err } = await run([...two(), "--provider", "library", "--json"]);
    expect(err).not.toMatch(/at \S+ \(|no events|"level"/);
    expect(err).toMatch(/^Left out broken\.pdf: .+\.\n2 documents from /);
    expect(err).toMatch(/\n2 categories; asking library\n/);
    expect(err).toMatch(/\nEnded: completed\n$/);
    expect(code).toBe(0);
    const edition = editionSchema.parse(JSON.parse(out));
    expect(edition.request).toMatchObject({ status: "completed", subject: "metformin", pack: "pharma" });
    expect(edition.categories.map((category) => [category.slug, category.outcome])).toEqual([
      ["pharmacokinetics", "found"],
      ["patents_exclusivity_competition", "nothing_found"],
    ]);
    const files = new Map(["a.md", "b.txt"].map((name) => [name, readFileSync(path.join(library, name), "utf8")]));
    for (const { quote, start: from, end } of edition.categories.flatMap((category) => category.summary.sentences.flatMap((s) => s.citations)))
      expect([...files.values()].map((text) => text.slice(from, end))).toContain(quote);

    const notes = path.join(data(), "unheard");
    expect(readdirSync(notes)).toEqual([]);
    const second = start([...two(), "--provider", "library", "--json"]);
    await second.saw(/\n2 categories; asking library\n/);
    second.child.kill("SIGKILL");
    await second.ended;
    const [note = "", ...others] = readdirSync(notes);
    expect(others).toEqual([]);
    // As if the kill had come when the first had ended and was not printed yet.
    writeFileSync(path.join(notes, note), edition.request.id);
    const third = await run([...two(), "--provider", "library", "--json"]);
    expect(third.err).toContain("\nContinuing the run that was interrupted.\n");
    expect(editionSchema.parse(JSON.parse(third.out)).request.id).toBe(edition.request.id);
    expect(readdirSync(notes)).toEqual([]);

    const alone = await run(["--diff", edition.request.id, "--data-dir", data(), "--json"]);
    expect(alone).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(alone.out)).toMatchObject({ after: edition.request.id, before: null, changes: [] });
  });

  it("reads only the documents of the folder, prints the edition as text or Markdown, and says how it ended by its exit code", async () => {
    const text = await run([...two(), "--provider", "library", "--provider", "openfda"]);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^metformin\n=========\n/);
    expect(text.out).toContain("6.2 hours");
    expect(text.out.replace(/\s+/g, " ")).toContain("no answer openfda (openFDA is unreachable from this machine (ECONNREFUSED)).");
    const markdown = await run([...two(), "--provider", "openfda", "--md"]);
    expect(markdown.code).toBe(1);
    expect(markdown.out).toMatch(/^# metformin\n/);
    expect(markdown.err).toMatch(/\nEnded: failed\. /);
  });

  it("stops when it is interrupted, says so, and goes on with the same command", async () => {
    const slowly = await slowRefusal();
    const command = [...two(), "--category", "indications", "--json"];
    const first = start(command, slowly.environment());
    await first.saw(/categories; asking library, openfda\b/);
    first.child.kill("SIGINT");
    expect(await first.ended).toMatchObject({
      code: 130,
      out: "",
      err: expect.stringMatching(/\nInterrupted\. What was done is kept; the same command continues it\.\n$/),
    });
    const second = await run(command, slowly.environment());
    slowly.close();
    expect(second.err).toContain("\nContinuing the run that was interrupted.\n");
    expect(second.code).toBe(0);
    expect(editionSchema.parse(JSON.parse(second.out)).totals.settled).toBe(3);
  });
});
