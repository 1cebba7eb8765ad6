// What a trial counted: the endpoints that prose names, with one canonical name each. The last two take the words behind "risk of" and "for" where no
// listed endpoint stands. Longer names come first: a later pattern may not overlap an earlier one.

export const endpoints: readonly (readonly [string, string])[] = [
  ["stroke or systemic embolism", "stroke (?:or|and|/) (?:non-cns |non-central-nervous-system )?systemic embolism"],
  [
    "cardiovascular death or heart failure hospitalization",
    "cardiovascular death or (?:hospitali[sz]ation for heart failure|heart[- ]failure hospitali[sz]ation)",
  ],
  ["major adverse cardiovascular events", "major adverse (?:cardiovascular|cardiac)(?: and cerebrovascular)? events?|mace"],
  ["all-cause mortality", "all-cause (?:mortality|death)|death from any cause|(?:overall|total) mortality|deaths? of any cause"],
  ["cardiovascular death", "(?:cardiovascular|cardiac) (?:death|mortality)|death from cardiovascular causes"],
  ["heart failure hospitalization", "hospitali[sz]ations? for heart failure|heart[- ]failure hospitali[sz]ations?"],
  ["myocardial infarction", "myocardial infarctions?|heart attacks?"],
  ["ischaemic stroke", "isch(?:a)?emic strokes?"],
  ["haemorrhagic stroke", "ha?emorrhagic strokes?"],
  ["stroke", "strokes?"],
  ["intracranial haemorrhage", "intracranial (?:ha?emorrhage|bleeding)"],
  ["clinically relevant bleeding", "clinically relevant (?:non-?major )?bleeding"],
  ["major bleeding", "major (?:bleeding|ha?emorrhage)"],
  ["venous thromboembolism", "(?:recurrent )?venous thromboembolism|vte"],
  ["progression-free survival", "progression[- ]free survival|pfs"],
  ["disease-free survival", "disease[- ]free survival"],
  ["overall survival", "overall survival"],
  ["objective response rate", "(?:objective|overall) response(?: rate)?"],
  ["complete response", "complete (?:response|remission)"],
  ["relapse", "relapses?"],
  ["fracture", "(?:vertebral |hip |non-?vertebral )?fractures?"],
  ["kidney outcome", "(?:kidney|renal) (?:outcome|failure|composite)|progression of (?:kidney|renal) disease"],
  ["diabetes-related endpoint", "diabetes-related end ?points?"],
  ["diabetes-related death", "diabetes-related deaths?"],
  ["primary endpoint", "primary (?:composite |efficacy )?(?:end ?point|outcome)"],
  [
    "",
    "(?<=(?:risk|ratio|odds|rate|likelihood) (?:of|for) )((?!the |an?y? |this |these |its |bias)[a-z][a-z -]{3,30}?)(?= (?:by|was|were|is|in|with|among|from|compared|than|and|or)\\b|[,.;(])",
  ],
];
