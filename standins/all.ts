import { apis } from "./apis/apis";
import { engines } from "./engines/engines";
import { llm } from "./llm/llm";
import { pages } from "./pages/pages";
import type { Standin } from "./wire";

/** Every stand-in, in the order they are listed at start. */
export const allStandins: readonly Standin[] = [...engines, ...apis, llm, pages];
