// Pages that say with status 200 that there is nothing, or that a program may not see it.

/** Said in a title or a first heading. Each is matched alone or beside a site's name, never inside a longer sentence. */
const missing = [
  /(?:^|[-|–—:(]\s*|\berror\s+|\bhttp\s+)(?:404|410)(?=\s*(?:$|[-|–—:()!]|error\b|not found|page\b))/i,
  /\b(?:page|article|document|file|site|content|resource|record|item|abstract|entry|url|doi|label)\s+(?:(?:was|is|could|can|cannot|can't|has|no|longer|you|requested|been|be|are|looking|for|the|that|does|do|not|been|we)\s+)*(?:not\s+(?:be\s+)?(?:found|available|exist)|no longer (?:exists?|available)|removed|moved or deleted|unavailable|deleted|doesn['’]t exist|isn['’]t available)\b/i,
  /\bnot found\b\s*(?:$|[-|:–—·])|^\s*(?:not found|nothing found|page missing|oops|whoops|sorry)[!.,\s]*(?:$|[-|:–—·])/i,
  /\bwe (?:can['’]?t|cannot|could not|couldn['’]t) (?:seem to )?find (?:the|that|this|your) (?:page|article|document)/i,
  /\bseite (?:wurde )?nicht (?:gefunden|verfügbar)|\bpage (?:introuvable|non trouvée)|\bpágina no encontrada|\bpágina não encontrada|\bpagina non trovata|\bpagina niet gevonden|\bsidan (?:hittades inte|kunde inte hittas)|ページが見つかりません|页面不存在|страница не найдена/i,
  /\bdomain (?:name )?(?:is for sale|has expired|may be for sale)|\bbuy this domain\b|\bparked (?:domain|free)\b/i,
];

const walls =
  /just a moment\b|attention required!|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|pardon our interruption|security (?:check|verification)|unusual traffic|enable javascript and cookies|request unsuccessful\. incapsula|bot (?:detection|verification)|ddos-guard|403 forbidden|captcha/i;

const paying =
  /subscri(?:be|ption) (?:to|is required|required)|subscribers only|purchase (?:access|this article|the article|pdf)|buy (?:this )?article|(?:log|sign) in (?:to|through your institution)|get access to (?:the )?full|institutional access|rent this article|members only/i;

const longestHeading = 160;

/** The phrase by which a title or a first line says that the page is not there; null when none does. */
export function missingPhrase(lines: readonly (string | null)[]): string | null {
  for (const line of lines) {
    const heading = (line ?? "").replace(/\s+/g, " ").trim();
    if (heading === "" || heading.length > longestHeading) continue;
    for (const pattern of missing) {
      const said = pattern.exec(heading)?.[0].trim();
      if (said) return said;
    }
  }
  return null;
}

/** Whether this is the guard of a site and not its page: few words, and those of a guard. */
export function isBotWall(title: string | null, text: string): boolean {
  return text.length < 2500 && (walls.test(title ?? "") || walls.test(text.slice(0, 600)));
}

/** Whether the little that can be read asks for payment or a sign-in. */
export function isPaywall(text: string): boolean {
  return text.length < 1500 && paying.test(text);
}

/** Whether an address that named something within a site ended at the site's front door. */
export function endsAtTheDoor(asked: string, ended: string): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(ended)];
  if (!from || !to) return false;
  const deep = !isDoor(from.pathname) || from.search.length > 1;
  return deep && isDoor(to.pathname) && to.search.length <= 1;
}

/** Whether the way led to where one signs in. */
export function endsAtSignIn(asked: string, ended: string): boolean {
  const signIn = /\/(?:log-?in|sign-?in|sso|auth(?:enticate|orize)?|account\/login|session\/new)(?:[/.?]|$)/i;
  return signIn.test(URL.parse(ended)?.pathname ?? "") && !signIn.test(URL.parse(asked)?.pathname ?? "");
}

function isDoor(pathname: string): boolean {
  return /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?(?:\/|$))?(?:(?:home|index|default|start|welcome)(?:\.(?:html?|php|aspx?|jsp))?\/?)?$/i.test(pathname);
}

/** An address beside this one that nobody has ever made; null where the address has no path to make one beside. */
export function madeUpSibling(address: string, word: string): string | null {
  const url = URL.parse(address);
  if (!url || isDoor(url.pathname)) return null;
  url.pathname = `${url.pathname.replace(/\/+$/, "").replace(/[^/]*$/, "")}variorum-${word}`;
  url.search = "";
  url.hash = "";
  return url.href;
}
