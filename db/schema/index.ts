// The whole schema, for Drizzle and its migrations.
export * from "./audit";
export * from "./chat";
export * from "./editions";
export * from "./embeddings";
export * from "./engine";
export * from "./evidence";
export * from "./identity";
export * from "./library";
export * from "./packs";
export * from "./progress";
export * from "./providers";
export * from "./research";
