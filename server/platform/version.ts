import manifest from "@/package.json" with { type: "json" };

/** Version of the program, as its package says: what an edition was made with. */
export const programVersion: string = manifest.version;
