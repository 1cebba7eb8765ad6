// Words that say the same in running prose, and words that stand in for a thing already named. Few and plain: a word not listed here is simply
// another word.
const lines = `
people persons person individuals individual patients patient subjects subject participants participant volunteers volunteer men those
film movie picture
study studies trial trials investigation experiment research survey
drug drugs medicine medicines medication medications agent agents compound compounds substance
company firm business corporation enterprise
begin began begun start started starts begins commence commenced
end ended finish finished finishes conclude concluded
buy bought purchase purchased acquire acquired
big large great huge
small little
area region zone district
city town
country nation state
author writer novelist
book novel work
song track single
show programme program series
say said says state stated states announce announced report reported reports told
use used uses using employ employed
give given gave administer administered take taken took receive received
make made makes create created produce produced
build built construct constructed erect erected
kill killed died die dead
found founded establish established set
choose chosen chose select selected
help aid assist assisted
show showed shows shown demonstrate demonstrated find found reveal revealed
get got gain gained obtain obtained receive
job role post position
home house residence
kids children
doctor doctors physician physicians clinician clinicians
illness disease condition disorder
fast rapid quick
mainly mostly chiefly largely
numerous many several multiple various
important significant major key
occur occurs occurred happen happened appear appeared
need needed require required necessary
include includes included contain contains contained comprise comprises
treatment therapy
dose dosage
effect effects
side adverse
caution care
risk chance likelihood danger
level levels concentration concentrations
group arm
death deaths mortality
rise rose increase increased
approximately roughly about around
student students pupil pupils
member members
team club side squad
win won victory
war conflict
leader head chief
almost nearly
name named called known
release released issue issued publish published
`;
const groups = new Map<string, number[]>();
lines
  .trim()
  .split("\n")
  .forEach((line, index) => {
    for (const word of line.split(" ")) groups.set(word, [...(groups.get(word) ?? []), index]);
  });

const plain = (word: string): string => word.replace(/'s$/, "");

/** Two lower-case words that prose uses for one thing. */
export function areSynonyms(a: string, b: string): boolean {
  const own = groups.get(plain(a));
  return own !== undefined && (groups.get(plain(b)) ?? []).some((index) => own.includes(index));
}

const standIns: ReadonlySet<string> = new Set(
  (
    "drug drugs medicine agent compound substance product tablet tablets patient patients people person company firm team club band group film movie book novel " +
    "song album series show city town village country state county region area school college university building church system method approach process " +
    "disease condition disorder treatment therapy study trial author man woman couple pair trio family thing things one ones former latter same others " +
    "game event work project programme program law bill act report paper article site place location organisation organization government party president " +
    "player actor singer artist director writer minister king queen son daughter father mother wife husband brother sister " +
    "specimen specimens animal animals species bacterium bacteria virus organism units unit pieces copies vehicles goods shares cases subjects " +
    "amounted totalled totaled reached stood accounted numbered"
  ).split(" "),
);

/** Nouns that take up again what was named before: "the drug", "the band". */
export const isStandIn = (lower: string): boolean => standIns.has(lower);
