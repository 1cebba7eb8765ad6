// Controlled vocabularies of the pharmaceutical pack that several categories share. Canonical value first, then how labels and papers write it.
import { vocabulary } from "../define";

export const cypEnzymes = vocabulary(`
  CYP1A2: cyp 1a2, cytochrome p450 1a2, 1a2
  CYP2A6: cyp 2a6, cytochrome p450 2a6
  CYP2B6: cyp 2b6, cytochrome p450 2b6, 2b6
  CYP2C8: cyp 2c8, cytochrome p450 2c8, 2c8
  CYP2C9: cyp 2c9, cytochrome p450 2c9, 2c9
  CYP2C18: cyp 2c18, 2c18
  CYP2C19: cyp 2c19, cytochrome p450 2c19, 2c19
  CYP2D6: cyp 2d6, cytochrome p450 2d6, 2d6
  CYP2E1: cyp 2e1, cytochrome p450 2e1, 2e1
  CYP2J2: cyp 2j2, cytochrome p450 2j2, 2j2
  CYP3A4: cyp 3a4, cytochrome p450 3a4, 3a4, cyp3a, cyp3a4/5
  CYP3A5: cyp 3a5, cytochrome p450 3a5, 3a5
  CYP4F2: cyp 4f2, cytochrome p450 4f2
  UGT1A1: ugt 1a1
  UGT1A4: ugt 1a4
  UGT2B7: ugt 2b7
  SULT1A1: sulfotransferase 1a1
  MAO-A: monoamine oxidase a
  xanthine oxidase
  aldehyde oxidase
  carboxylesterase 1: ces1
`);

export const transporters = vocabulary(`
  P-gp: p-glycoprotein, p glycoprotein, pgp, mdr1, abcb1
  BCRP: breast cancer resistance protein, abcg2
  OATP1B1: slco1b1, organic anion transporting polypeptide 1b1
  OATP1B3: slco1b3, organic anion transporting polypeptide 1b3
  OAT1: organic anion transporter 1, slc22a6
  OAT3: organic anion transporter 3, slc22a8
  OCT1: organic cation transporter 1, slc22a1
  OCT2: organic cation transporter 2, slc22a2
  OCT3: organic cation transporter 3, slc22a3
  MATE1: multidrug and toxin extrusion 1, multidrug and toxin extrusion protein 1, slc47a1
  MATE2-K: mate2k, multidrug and toxin extrusion 2-k, slc47a2
  PMAT: plasma membrane monoamine transporter, slc29a4
  BSEP: bile salt export pump, abcb11
  MRP2: abcc2
`);

export const routes = vocabulary(`
  oral: orally, by mouth, per os, peroral, swallowed
  intravenous: intravenously, iv, i.v., intravenous infusion, intravenous injection
  intramuscular: intramuscularly, im, i.m.
  subcutaneous: subcutaneously, sc, s.c., subcut
  transdermal: transdermally, patch
  topical: topically, applied to the skin
  inhaled: inhalation, by inhalation, nebulised, nebulized
  intranasal: nasal, intranasally
  ophthalmic: eye drops, ocular
  rectal: rectally, suppository
  vaginal: vaginally, intravaginal
  sublingual: sublingually
  buccal: buccally
  intrathecal: intrathecally
  intravitreal: intravitreally
  nasogastric: nasogastric tube, through a feeding tube
`);

export const dosageForms = vocabulary(`
  tablet: tablets
  film-coated tablet: film-coated tablets, film coated tablets
  extended-release tablet: extended-release tablets, extended release tablets, prolonged-release tablets, modified-release tablets, sustained-release tablets, xr tablets, er tablets
  delayed-release tablet: delayed-release tablets, gastro-resistant tablets, enteric-coated tablets
  orally disintegrating tablet: orally disintegrating tablets, orodispersible tablets
  chewable tablet: chewable tablets
  tablet for suspension: tablets for oral suspension, dispersible tablets
  capsule: capsules, hard capsules
  extended-release capsule: extended-release capsules, prolonged-release capsules
  oral solution: oral solutions
  oral suspension: oral suspensions
  granules: oral granules, sprinkle capsules, coated granules in sachet
  powder for injection: lyophilized powder, powder for solution for injection
  solution for injection: solution for infusion, injectable solution, vial, prefilled syringe, pre-filled syringe
  pen injector: prefilled pen, pre-filled pen, autoinjector
  transdermal patch: transdermal patches
  cream: creams
  ointment: ointments
  gel: gels
  eye drops: ophthalmic solution
  inhaler: metered-dose inhaler, dry powder inhaler
  suppository: suppositories
`);

export const agencies = vocabulary(`
  FDA: food and drug administration, u.s. food and drug administration, us fda
  EMA: european medicines agency, emea, chmp, european commission
  MHRA: medicines and healthcare products regulatory agency
  PMDA: pharmaceuticals and medical devices agency, mhlw
  Health Canada: hpfb
  TGA: therapeutic goods administration
  Swissmedic
  NMPA: national medical products administration, cfda
  ANVISA
  CDSCO: central drugs standard control organisation, central drugs standard control organization
  MFDS: ministry of food and drug safety
`);

export const childPugh = vocabulary(`
  Child-Pugh A: child-pugh class a, child pugh a, mild hepatic impairment
  Child-Pugh B: child-pugh class b, child pugh b, moderate hepatic impairment
  Child-Pugh C: child-pugh class c, child pugh c, severe hepatic impairment
`);

export const pregnancyLetters = vocabulary(`
  A: pregnancy category a, category a
  B: pregnancy category b, category b
  C: pregnancy category c, category c
  D: pregnancy category d, category d
  X: pregnancy category x, category x
`);

export const trialPhases = vocabulary(`
  phase 1: phase i, phase 1 trial, phase 1 study, first-in-human
  phase 1/2: phase i/ii
  phase 2: phase ii, phase 2a, phase 2b, phase iia, phase iib
  phase 2/3: phase ii/iii
  phase 3: phase iii, phase 3b, phase iiib, pivotal trial
  phase 4: phase iv, post-authorisation study, post-marketing study
`);

export const recallClasses = vocabulary(`
  class I: class 1 recall, class i recall
  class II: class 2 recall, class ii recall
  class III: class 3 recall, class iii recall
`);

export const interactionPartners = vocabulary(`
  ketoconazole
  itraconazole
  fluconazole
  voriconazole
  clarithromycin
  erythromycin
  ritonavir
  rifampin: rifampicin
  carbamazepine
  phenytoin
  phenobarbital: phenobarbitone
  St. John's wort: st john's wort, hypericum
  diltiazem
  verapamil
  amiodarone
  dronedarone
  cimetidine
  omeprazole: proton pump inhibitors
  aspirin: acetylsalicylic acid
  clopidogrel
  NSAIDs: nsaid, nonsteroidal anti-inflammatory drugs, non-steroidal anti-inflammatory drugs, naproxen, ibuprofen
  SSRIs: selective serotonin reuptake inhibitors, snris
  heparin: enoxaparin, low molecular weight heparin
  warfarin: coumarins, vitamin k antagonists
  metronidazole
  trimethoprim/sulfamethoxazole: co-trimoxazole, sulfamethoxazole, trimethoprim
  statins: simvastatin, atorvastatin, rosuvastatin
  digoxin
  atenolol
  famotidine
  dolutegravir
  ranolazine
  vandetanib
  furosemide
  nifedipine
  topiramate: carbonic anhydrase inhibitors, acetazolamide, zonisamide
  iodinated contrast: iodinated contrast agents, iodinated contrast media, contrast media
  alcohol: ethanol
  insulin: insulin secretagogues, sulfonylureas, sulphonylureas
  oral contraceptives: hormonal contraceptives
  grapefruit juice: grapefruit
  vitamin K
  cranberry: cranberry juice
  lithium
  MAO inhibitors: monoamine oxidase inhibitors, maois
  antacids
  thiazides: thiazide diuretics, loop diuretics
  corticosteroids: glucocorticoids
  ACE inhibitors: ace inhibitor
`);

export const adverseTerms = vocabulary(`
  nausea
  vomiting: emesis
  nausea/vomiting: nausea and vomiting
  diarrhea: diarrhoea
  abdominal pain: abdominal discomfort, stomach pain
  constipation
  dyspepsia: indigestion
  flatulence
  decreased appetite: loss of appetite, anorexia
  taste disturbance: dysgeusia, metallic taste
  headache: headaches
  dizziness: vertigo
  fatigue: asthenia, tiredness
  insomnia
  somnolence: drowsiness, sedation
  rash: skin rash, exanthema
  pruritus: itching
  urticaria: hives
  angioedema
  anaphylaxis: anaphylactic reaction, anaphylactic shock
  hypoglycemia: hypoglycaemia, severe hypoglycemia
  hyperglycemia: hyperglycaemia
  lactic acidosis
  vitamin B12 deficiency: vitamin b12 decrease, low vitamin b12, decreased vitamin b12, vitamin b-12 deficiency
  anemia: anaemia
  thrombocytopenia
  neutropenia
  major bleeding: major haemorrhage, major hemorrhage, major bleeds
  clinically relevant non-major bleeding: crnm bleeding
  intracranial hemorrhage: intracranial haemorrhage, intracranial bleeding
  hemorrhagic stroke: haemorrhagic stroke
  gastrointestinal bleeding: gastrointestinal haemorrhage, gastrointestinal hemorrhage, gi bleeding
  epistaxis: nosebleed
  hematuria: haematuria
  hematoma: haematoma, contusion
  gingival bleeding: bleeding gums
  skin necrosis: tissue necrosis
  purple toes syndrome: systemic atheroemboli, cholesterol microemboli
  calciphylaxis
  alopecia: hair loss
  hypotension
  hypertension
  peripheral edema: peripheral oedema, oedema
  tachycardia
  QT prolongation: prolonged qt, torsades de pointes
  myalgia: muscle pain
  arthralgia: joint pain
  back pain
  cough
  dyspnea: dyspnoea, shortness of breath
  nasopharyngitis
  upper respiratory tract infection: upper respiratory infection
  urinary tract infection
  elevated transaminases: alt increased, ast increased, increased transaminases
  hepatotoxicity: hepatitis, liver injury, jaundice
  acute kidney injury: renal failure, acute renal failure
  pancreatitis
  hyponatremia: hyponatraemia
  hyperkalemia: hyperkalaemia
  weight loss: decreased weight
  weight gain: increased weight
  depression
  seizure: seizures, convulsions
  injection site reaction: injection site reactions
  death: fatal outcome
`);
