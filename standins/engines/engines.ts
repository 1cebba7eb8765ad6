import type { Standin } from "../wire";
import { geminiStandin } from "./gemini";
import { openaiStandin } from "./openai";
import { perplexityStandin } from "./perplexity";
import { tavilyStandin } from "./tavily";
import { xaiStandin } from "./xai";

export const engines: readonly Standin[] = [openaiStandin, perplexityStandin, xaiStandin, geminiStandin, tavilyStandin];
