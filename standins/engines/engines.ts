import type { Standin } from "../wire";

export const engines: readonly Standin[] = [];
