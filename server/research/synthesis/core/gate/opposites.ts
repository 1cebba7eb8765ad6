// Words of direction in opposite pairs, quantifiers and modals in classes. A sentence that says one where the passage says the other is false.

/** Each line is one class: the words of one side, a bar, the words of the other. */
const pairs = `
increase increases increased increasing rise rises rose rising risen raise raises raised raising grow grows grew growing growth gain gains gained elevate elevates elevated elevation upward | decrease decreases decreased decreasing fall falls fell falling fallen reduce reduces reduced reducing reduction decline declines declined declining drop drops dropped dropping lower lowers lowered lowering diminish diminished downward
higher highest | lower lowest
more greater | less fewer
larger largest bigger biggest | smaller smallest
before prior previously preceding earlier | after following afterwards subsequently later
above over exceeding | below under beneath
effective effectively efficacious | ineffective ineffectively
approve approves approved approval approving authorise authorised authorized | reject rejects rejected rejection rejecting refuse refused
accept accepts accepted accepting | reject rejects rejected rejecting decline declined
agonist agonists | antagonist antagonists
inhibit inhibits inhibited inhibitor inhibitors inhibition inhibiting | induce induces induced inducer inducers induction inducing stimulate stimulates stimulated activate activates activated activator
acute acutely | chronic chronically
hyperglycaemia hyperglycemia hyperglycaemic hyperglycemic | hypoglycaemia hypoglycemia hypoglycaemic hypoglycemic
hypertension hypertensive | hypotension hypotensive
hyperkalaemia hyperkalemia | hypokalaemia hypokalemia
hyperthyroidism | hypothyroidism
tachycardia | bradycardia
hydrophilic | hydrophobic lipophilic
safe safely safer | unsafe dangerous harmful
better best improve improves improved improving improvement | worse worst worsen worsens worsened worsening deteriorate deteriorated
positive positively | negative negatively
benefit benefits beneficial | harm harms harmful detrimental
faster fastest quicker | slower slowest
longer longest | shorter shortest
older oldest | younger youngest
early | late
start starts started starting begin begins began beginning initiate initiated | stop stops stopped stopping end ends ended ending discontinue discontinued cease ceased terminate terminated
open opens opened opening | close closes closed closing
first | last
maximum maximal | minimum minimal
major | minor
strong strongly stronger | weak weakly weaker
high | low
common commonly | rare rarely uncommon
frequent frequently | infrequent infrequently
present presence | absent absence
win wins won winning | lose loses lost losing
buy buys bought buying acquire acquired | sell sells sold selling
import imports imported | export exports exported
support supports supported supporting | oppose opposes opposed opposing
include includes included including | exclude excludes excluded excluding
allow allows allowed permit permits permitted | prohibit prohibits prohibited forbid forbidden ban bans banned
recommended recommend recommends | discouraged contraindicated
male males men man boys | female females women woman girls
north northern | south southern
east eastern | west western
left | right
inside internal | outside external
significant significantly | insignificant insignificantly nonsignificant
oral orally | intravenous intravenously
with | without
reversible reversibly | irreversible irreversibly
soluble | insoluble
active | inactive
possible | impossible
likely | unlikely
legal lawful | illegal unlawful
success succeed succeeded successful successfully | failure fail failed unsuccessful unsuccessfully
true | false
public | private
partial partially partly incomplete | complete completely full fully
primary | secondary
gained | lost
up upper | down lower
`;

/** Opposites that count only where the one stands in the other's place. */
const slotPairs = `
well | poorly badly
higher greater more | fewer less lower
superior superiority | inferior inferiority
double doubles doubled doubling twofold | halve halves halved halving
triple triples tripled | halve halves halved halving
gain gains gained win wins won | lose loses lost losing
rich wealthy | poor
ancient old | modern new
young | old
urban | rural
join joined joins | leave leaves left
arrive arrives arrived arrival | depart departs departed departure leave leaves left
rapid rapidly fast quick quickly | slow slowly
wide widely | narrow narrowly
easy easily | difficult hard
hot warm | cold cool
alive living | dead
praise praised praises | criticise criticised criticises criticize criticized condemn condemned
love loved loves | hate hated hates
guilty convicted | innocent acquitted
permanent permanently | temporary temporarily transient
thick | thin
deep | shallow
empty | full
friend friends ally allies | enemy enemies foe
wet | dry
advantage advantages | disadvantage disadvantages
victory victories | defeat defeats defeated
marry married | divorce divorced
birth born | death died
remember remembered | forget forgot forgotten
build built construct constructed | destroy destroyed demolish demolished
agree agreed agrees agreement | disagree disagreed disagrees disagreement
enter entered enters | leave leaves left exit exited
expand expands expanded expansion | shrink shrinks shrank contract contracted contraction
strengthen strengthened | weaken weakened
accelerate accelerates accelerated faster hasten hastens hastened | delay delays delayed slow slows slowed
enhance enhances enhanced | impair impairs impaired
prolong prolongs prolonged lengthen | shorten shortens shortened
attach attached | detach detached
dilate dilates dilated dilation dilatation | constrict constricts constricted constriction
absorb absorbed absorption | excrete excreted excretion
gentle | harsh
avoid avoids avoided | seek
fresh | stale
upstream | downstream
ascending | descending
anterior | posterior
proximal | distal
medial | lateral
dorsal | ventral
sensitive sensitivity | resistant resistance insensitive
donor donors | recipient recipients
host hosts | guest guests
parent parents | child children
teacher teachers | student students pupil pupils
buyer buyers | seller sellers
employer employers | employee employees
supply | demand
debt liabilities | assets
profit profits profitable | loss losses
surplus | deficit
majority | minority
optimistic | pessimistic
voluntary voluntarily | compulsory mandatory
optional | mandatory required compulsory
literal literally | figurative figuratively metaphorical
mortal | immortal
sacred holy | profane
heaven | hell
saved | damned
forward forwards | backward backwards
import | export
sender | receiver
cause causes caused | prevent prevents prevented
worsening aggravate aggravates aggravated | alleviate alleviates alleviated relieve relieves relieved
`;

/** Class and side of a word. A word may stand in several classes. */
export type Direction = { pair: number; side: 0 | 1 };

const directions = new Map<string, Direction[]>();
const onlyInSlots = new Set<string>();
[...pairs.trim().split("\n"), "", ...slotPairs.trim().split("\n")].forEach((line, pair, all) => {
  line.split("|").forEach((words, side) => {
    for (const word of words.trim().split(/\s+/)) {
      if (pair > all.indexOf("") && !directions.has(word)) onlyInSlots.add(word);
      directions.set(word, [...(directions.get(word) ?? []), { pair, side: side === 0 ? 0 : 1 }]);
    }
  });
});

const none: readonly Direction[] = [];

/** The classes a lower-case word belongs to; empty for most words. */
export const directionsOf = (lower: string): readonly Direction[] => directions.get(lower) ?? none;

/** Words so common that they mean a direction only where they stand against their opposite in the same slot. */
export const weakDirections: ReadonlySet<string> = new Set([
  ...onlyInSlots,
  ..."with without before after following prior over under above below more less first last up down left right early late earlier later open closed high low end ends include includes including included excluding start started begin began support supports supported man men woman women best major minor possible public private true false present full complete primary secondary close likely inside outside male female fewer greater benefit benefits right won win lost lose success successful gain gains right".split(
    " ",
  ),
]);

const denying = /^(?:un|in|im|il|ir|dis|non|mis)/;

/** "unaffected" and "affected"; "invaluable" and its like are not met where one stands in the other's place. */
const isDenied = (a: string, b: string): boolean =>
  a.length > b.length && a.endsWith(b) && b.length > 4 && denying.exec(a)?.[0] === a.slice(0, -b.length);

export const areOpposite = (a: string, b: string): boolean => {
  if (isDenied(a, b) || isDenied(b, a)) return true;
  const left = directionsOf(a);
  if (left.length === 0) return false;
  return directionsOf(b).some((y) => left.some((x) => x.pair === y.pair && x.side !== y.side));
};

const quantifierLines: readonly (readonly [string, string])[] = [
  ["all", "all every always entirely each universally invariably"],
  ["most", "most majority mostly usually generally typically often largely mainly"],
  ["some", "some several sometimes occasionally certain partly"],
  ["few", "few rarely seldom minority"],
  ["only", "only solely exclusively"],
  ["may", "may might could can possibly perhaps potentially probably suggests suggest suggested appears appear seems"],
  ["will", "will must shall definitely certainly"],
  ["should", "should ought"],
];

const quantifiers = new Map<string, string>();
for (const [name, words] of quantifierLines) for (const word of words.split(" ")) quantifiers.set(word, name);

/** The quantifier or modality class of a lower-case word, or undefined. */
export const quantifierOf = (lower: string): string | undefined => quantifiers.get(lower);

/** Trends: words whose presence somewhere in the passage is demanded. */
export const isTrend = (lower: string): boolean => directionsOf(lower).some((d) => d.pair === 0);
