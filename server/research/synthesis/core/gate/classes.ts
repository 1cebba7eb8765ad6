// Things that exclude each other where one stands in the other's place: routes, groups of patients, species, specimens, seasons ... Each line is a
// class, its members divided by bars, each member in the words it goes by.
import { foldAccents } from "./stem";

const lines = `
oral orally peroral mouth | intravenous intravenously | subcutaneous subcutaneously | intramuscular intramuscularly | topical topically | inhaled inhalation | rectal rectally | sublingual sublingually | intranasal intranasally nasal | transdermal | intrathecal | ophthalmic
children child paediatric pediatric | infant infants neonate neonates newborn newborns baby babies | adolescent adolescents teenager teenagers | adult adults | elderly geriatric
men man male males boys boy | women woman female females girls girl
rat rats | mouse mice murine | dog dogs canine | rabbit rabbits | monkey monkeys | human humans | pig pigs porcine | cat cats feline | horse horses equine | sheep ovine | cow cows bovine cattle
plasma serum | urine urinary | saliva | faeces feces faecal fecal | cerebrospinal
liver hepatic | kidney kidneys renal | heart cardiac | lung lungs pulmonary | brain cerebral | stomach gastric | skin dermal | bone bones | muscle muscles
mild | moderate | severe
morning mornings | afternoon afternoons | evening evenings | night nights nightly overnight
winter winters | summer summers | spring | autumn
mother mothers | father fathers | brother brothers | sister sisters | son sons | daughter daughters | uncle | aunt | grandfather | grandmother | nephew | niece | cousin
husband | wife
black | white | red | blue | green | yellow | purple | orange | brown | grey gray
monday | tuesday | wednesday | thursday | friday | saturday | sunday
hourly | daily day days | weekly week weeks | monthly month months | yearly annual annually year years
bacterial bacteria | viral virus viruses | fungal fungi fungus
arterial artery arteries | venous vein veins
gold | silver | bronze
north | east | west | south
northern | eastern | western | southern
singular | plural
oxygen | nitrogen | hydrogen | carbon | helium
sodium | potassium | calcium | magnesium
breakfast | lunch | dinner supper
breast-feeding lactation lactating breastfeeding | pregnancy pregnant
faith | works
law | gospel
`;

type Member = { readonly of: number; readonly member: number };
const members = new Map<string, Member[]>();
const wordsOfMember: string[][][] = [];
lines
  .trim()
  .split("\n")
  .forEach((line, of) => {
    wordsOfMember.push(
      line.split("|").map((words, member) => {
        const list = words.trim().split(/\s+/).filter(Boolean);
        for (const word of list) members.set(word, [...(members.get(word) ?? []), { of, member }]);
        return list;
      }),
    );
  });

/** Classes whose members a passage must name for a sentence to name them: who was treated, and by which route. */
const demanded: ReadonlySet<number> = new Set([0, 1, 2, 3]);

const none: readonly Member[] = [];
const membersOf = (lower: string): readonly Member[] => members.get(lower) ?? none;

/** Two different members of one class. */
export function excludeEachOther(a: string, b: string): boolean {
  const own = membersOf(a);
  return own.length > 0 && membersOf(b).some((y) => own.some((x) => x.of === y.of && x.member !== y.member));
}

/** Two words for one member. */
export function areOneMember(a: string, b: string): boolean {
  const own = membersOf(a);
  return own.length > 0 && membersOf(b).some((y) => own.some((x) => x.of === y.of && x.member === y.member));
}

/** The words by which a passage could name what this word names; empty where none are demanded of it. */
export function demandedWords(lower: string): readonly string[] {
  return membersOf(lower).flatMap(({ of, member }) => (demanded.has(of) ? (wordsOfMember[of]?.[member] ?? []) : []));
}

/**
 * Words that medicines are named by: common stems of international nonproprietary names, and some names older than these. In the middle of a
 * sentence such a name has no capital, and is a name all the same.
 */
const medicineStems =
  /^(?:\p{L}{2,}(?:statin|pril|prilat|sartan|olol|conazole|prazole|mab|tinib|ciclib|navir|tegravir|ciclovir|vir|cillin|mycin|micin|floxacin|cycline|parin|xaban|gatran|gliptin|gliflozin|glitazone|glutide|formin|dipine|azepam|azolam|oxetine|triptan|caine|tidine|sone|solone|solide|lukast|profen|coxib|dronate|thiazide|semide|denafil|(?<!s)terol|tropium|setron|grel|grelor|zide|fenac|gabalin|barbital|dopa|idone|apine|peridol|tadine|rizine|racetam|mustine|platin|rubicin|taxel|trexate|fibrate|oxaban|pamil|tiazem|fylline|phylline|nidazole|thromycin|cef\p{L}+|stigmine|curium|curonium|fentanil|orphine|codone|orphone|naloxone|oestradiol|estradiol|gestrel|progesterone|testosterone|thyroxine|thyronine)|cef\p{L}{3,}|sulfa\p{L}{4,}|aspirin|warfarin|heparin|insulin|digoxin|morphine|paracetamol|acetaminophen|lithium|metoprolol|phenytoin|carbamazepine|valproate|lamotrigine|clozapine|amiodarone|quinidine|ciclosporin|cyclosporine|tacrolimus|sirolimus|azathioprine|methotrexate|rifampicin|rifampin|isoniazid|clopidogrel|theophylline|caffeine|cimetidine|probenecid|allopurinol|colchicine|hydroxychloroquine|chloroquine|quinine|prednisone|cortisone)$/u;

/** True for a word, in lower case, that names a medicine. */
export const isMedicine = (lower: string): boolean => lower.length > 5 && medicineStems.test(foldAccents(lower));
