// Words that ask and tell the same thing, one line for each. The first of a line is the name of the family.
import { stemOf } from "@/server/research/synthesis/core/gate/stem";

const lines = `
born birth birthplace birthday birthdate native
died death dead killed deceased passed
population inhabitants residents people populace census
released release issued published publication debuted premiered aired launched came appeared appear issue introduced introduce unveiled presented rolled
founded establish established set formed created create founder founding foundation incorporated organized organised started begin began begun inception chartered origin
located situated lies based headquartered headquarters sits stands
directed director directs film-maker filmmaker
wrote written author writer writes penned novelist composed compose composer songwriter authored debut
married wife husband spouse wed marriage
area covers covering extent square
height tall elevation altitude high summit rises reaches metres feet
length long span extends spans runs
capacity seats seat holds accommodate accommodates seating spectators
opened open opening inaugurated opens inauguration
built build builder builders constructed construction completed erected completion maker makers
won win winner wins champion champions championship title victory defeated lost lose loses defeat defeating beat gold medal
mother parents parent daughter son child children mum wife
father parents parent daughter son child children dad husband
cause caused causes reason triggered led leads suffered drowned due results result consequence follows agent responsible
runtime running minutes duration lasts lasting
sport athlete
instrument instrumentalist
plays played player playing position club team roster joined join starring starred stars actor actress cast portrayed portrays
genre style music
occupation profession career worked works job
nationality citizen citizenship
language spoken speaks speak languages
floors floor story stories storey storeys
ingredients ingredient contains contain recipe stuffed filled mixture mixed prepared substance
produced producer production
designed designer architect designs idea
invented inventor invention idea proposed developed
discovered discovery discoverer found find unearthed upon located
studied attended graduated graduate university college school education educated alma degree
cost costs price priced budget worth
mayor president governor leader head chairman chief ceo minister
capital seat
owner owned owns acquired bought
age old aged
ended end closed closure abolished dissolved disbanded
elected appointed took office became
band group members member
signed recorded label
employs employees staff workforce
taught teacher
painted paint painter artist painting
approved approval authorised authorized licensed approve marketing
speed fast
weight weighs heavy
county district region province state country
depth deep
sold sales copies
collapse collapsed fell gave disaster down
sink sank sunk sinking down foundered
land landed landing touched
fought battle fight fighting
happened happen happens occurred took place held hosted host hosts hosting
succeeded succeed successor followed elected
isolate isolated isolating isolation prepare obtain obtained
withdrawn withdraw withdrawal withdrew left recalled
used use indicated indication treat treats treatment treated
inhibit inhibits inhibited inhibition inhibitor blocks block blockade suppresses antagonist antagonises
secrete secretes secreted secretion produces produce
compressed compression compresses squeezed pinched trapped
eliminated elimination excreted excretion cleared metabolised metabolism removed metabolized
bound binds binding bind attached
target targets directed binds
class belongs belong member group
stand stands abbreviation short means
symbol symbols
mutated mutation mutations mutant defect
given administered administration administer injected applied route
affected affects affect inflammation
boil boils boiling
melt melts melting
mechanism acts action works
antidote reversed neutralises neutralized reversal reverses
currency tender coins notes
stage pseudonym alias known
maiden née nee born
throne crowned coronation king queen reign reigned accession ascended
attendance attended visitors spectators crowd
voltage output volt volts
power output
wingspan span wings
price prices cost costs fee fare ticket tickets
symptom symptoms sign signs
flows flow banks river crosses
many number total altogether
moons moon satellites satellite
chambers chamber
intake need needs require
colour color coloured colored
proportion share percentage percent cent
affects affecting headache
first earliest
largest biggest
`;

const familyOf = new Map<string, string[]>();
for (const line of lines.trim().split("\n")) {
  const members = line.split(" ");
  const name = members[0] ?? "";
  for (const member of members) {
    const stem = stemOf(member);
    const names = familyOf.get(stem) ?? [];
    if (!names.includes(name)) familyOf.set(stem, [...names, name]);
  }
}

const none: readonly string[] = [];

/** Names of the families a stem belongs to; empty for most words. */
export const familiesOf = (stem: string): readonly string[] => familyOf.get(stem) ?? none;
