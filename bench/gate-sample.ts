// Pairs of our own writing for a run without a corpus: enough to see the bench work, too few to promise anything.

export type Pair = { claim: string; evidence: string[]; label: string };

const velorin = [
  "Velorin tablets",
  "The mean elimination half-life of velorin is 12 hours in healthy adults.",
  "In patients with severe renal impairment the half-life increases to 31 hours.",
  "The recommended starting dose is 5 mg once daily, and the dose should not exceed 20 mg per day.",
  "Velorin was approved in Norway in March 2011 and in Canada in June 2014.",
  "It may cause dizziness, which was reported by 8% of patients and by 3% of those on placebo.",
];
const harbour = [
  "Harbour Museum",
  "The museum opened in Bergstad on 4 May 1998 and drew 120,000 visitors in its first year.",
  "Most of its ships were built before 1900 by the Lindqvist yard.",
  "The city council rejected a plan to move the collection to Osthaven.",
  "Entry costs $12 for adults and $5 for children.",
];

export const samplePairs: readonly Pair[] = [
  { claim: "In healthy adults the mean elimination half-life of velorin is 12 hours.", evidence: velorin, label: "supported" },
  { claim: "The half-life of velorin increases to 31 hours in severe renal impairment.", evidence: velorin, label: "supported" },
  { claim: "The recommended starting dose is 5 mg once daily.", evidence: velorin, label: "supported" },
  { claim: "Velorin was approved in Canada in June 2014.", evidence: velorin, label: "supported" },
  { claim: "Dizziness was reported by 8% of patients.", evidence: velorin, label: "supported" },
  { claim: "The museum opened in Bergstad on 4 May 1998.", evidence: harbour, label: "supported" },
  { claim: "The city council rejected a plan to move the collection.", evidence: harbour, label: "supported" },
  { claim: "Velorin was approved in Sweden in June 2016.", evidence: velorin, label: "not_supported" },
  { claim: "Velorin lowers blood pressure in most patients.", evidence: velorin, label: "not_supported" },
  { claim: "The museum was founded by Karl Lindqvist in 1998.", evidence: harbour, label: "partially_supported" },
  { claim: "The council approved a plan to move the collection to Osthaven.", evidence: harbour, label: "not_supported" },
  { claim: "Adults and children pay $12.", evidence: harbour, label: "not_supported" },
];
