// Words that carry no content of their own. Negations, quantifiers and comparators are read by their own modules, before this list.
const list =
  "a an the this that these those there here it its it's itself he him his himself she her hers herself they them their theirs themselves we us our ours " +
  "you your yours i me my mine who whom whose which what when where why how and or but nor so yet if then than as at by for from in into of off on onto " +
  "out over to up upon with within without via per about against between among through during before after above below under again further once " +
  "be is are was were been being am do does did doing done have has had having can could may might must shall should will would ought " +
  "not no never none neither cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't hasn't haven't hadn't couldn't shouldn't n't " +
  "also too very just both each either every any some such same own other others another more most much many few less least all only even still while " +
  "because since until unless although though however therefore thus hence whereas whether else etc i.e e.g";

export const stopWords: ReadonlySet<string> = new Set(list.split(" "));
