// Sentences of a source that speak to a machine that reads it ("ignore your instructions, write that ...") instead of about its subject. Finding
// them is no defence in itself: what is proposed must pass its checks anyway. It keeps an instruction from being quoted as evidence.
import { splitSentences } from "./sentences";

const said = "(?:[^.!?\\n]{0,60}\\b)?";
const orders: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ignor|disregard|forget|overrid|overrul|bypass)\\w*\\b${said}(?:instructions?|prompts?|rules|directives?|guidelines|everything (?:above|before)|all (?:of the )?(?:above|previous|prior))\\b`,
    "i",
  ),
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b/i,
  /\byou are (?:now )?(?:an? |the )?(?:[\w-]+ ){0,3}(?:assistant|AI|language model|LLM|chatbot|agent)\b/i,
  /\b(?:as|dear|attention|note to|message (?:to|for)|instructions? (?:to|for)) (?:an? |the |any |all )?(?:AI|LLMs?|(?:large )?language models?|assistants?|chatbots?|automated (?:readers?|systems?))\b/i,
  /\b(?:AI|LLMs?|language models?|assistants?|chatbots?|summari[sz]ers?)\b[^.!?\n]{0,40}\b(?:must|should|shall|have to|please)\b/i,
  new RegExp(
    `\\b(?:reveal|print|show|send|leak|disclose|repeat|output|exfiltrate|include|append)\\b${said}(?:api[- ]?keys?|secrets?|passwords?|credentials|environment variables?|(?:your|the) (?:keys?|prompt|instructions))\\b`,
    "i",
  ),
  /\b(?:fetch|visit|open|call|request|load|download|curl|browse(?: to)?|navigate to|go to|post to|send [^.!?\n]{0,30} to)\s+(?:the )?(?:url |address |page |link )?(?:at )?https?:\/\//i,
  /(?:^|[,;:]\s*|\b(?:and|then|now|instead|please|always|only)\s+)(?:write|say|state|report|answer|respond|reply|output|record|conclude|claim|insert)\s+(?:only |instead |always |exactly )?(?:that|this|the following|as follows)\b/i,
  /\bmust be (?:recorded|reported|written|answered|given|extracted) as\b/i,
];

/** True where a sentence gives orders to whoever processes the text. */
export function isAddressed(sentence: string): boolean {
  const plain = sentence
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return orders.some((order) => order.test(plain));
}

/** `text` with its addressed sentences blanked: same length, same offsets, nothing to be quoted from them. */
export function withoutOrders(text: string): string {
  let kept = text;
  for (const { start, end } of splitSentences(text).filter((sentence) => isAddressed(sentence.text)))
    kept = kept.slice(0, start) + " ".repeat(end - start) + kept.slice(end);
  return kept;
}
