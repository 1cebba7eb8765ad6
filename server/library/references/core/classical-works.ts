// Works that are cited by book and place. `forms` are how scholars name them; `place` tells what a place in them looks like.

export type Place = "stephanus" | "bekker" | "numbers";
export type Work = { readonly title: string; readonly author: string | null; readonly forms: readonly string[]; readonly place: Place };

const work = (author: string | null, title: string, forms: string[], place: Place = "numbers"): Work => ({ author, title, forms, place });

/** Ways to write an author's name before a work, by author. */
export const authorForms: Readonly<Record<string, readonly string[]>> = {
  Plato: ["Plato", "Pl."],
  Aristotle: ["Aristotle", "Arist."],
  Augustine: ["Augustine", "Aug."],
  Josephus: ["Josephus", "Jos.", "Joseph."],
  Homer: ["Homer", "Hom."],
  Philo: ["Philo"],
  Eusebius: ["Eusebius", "Eus.", "Euseb."],
  Irenaeus: ["Irenaeus", "Iren."],
  Tertullian: ["Tertullian", "Tert."],
  Origen: ["Origen", "Orig."],
  Calvin: ["Calvin"],
  Tacitus: ["Tacitus", "Tac."],
  Suetonius: ["Suetonius", "Suet."],
  Virgil: ["Virgil", "Vergil", "Verg."],
  Herodotus: ["Herodotus", "Hdt."],
  Thucydides: ["Thucydides", "Thuc."],
  Cicero: ["Cicero", "Cic."],
};

export const works: readonly Work[] = [
  work("Plato", "Republic", ["Republic", "Resp.", "Rep.", "R."], "stephanus"),
  work("Plato", "Phaedo", ["Phaedo", "Phaed.", "Phd."], "stephanus"),
  work("Plato", "Symposium", ["Symposium", "Symp."], "stephanus"),
  work("Plato", "Timaeus", ["Timaeus", "Tim."], "stephanus"),
  work("Plato", "Apology", ["Apology", "Apol."], "stephanus"),
  work("Plato", "Laws", ["Laws", "Leg."], "stephanus"),
  work("Aristotle", "Nicomachean Ethics", ["Nicomachean Ethics", "Eth. Nic.", "EN", "NE"], "bekker"),
  work("Aristotle", "Metaphysics", ["Metaphysics", "Metaph.", "Met."], "bekker"),
  work("Aristotle", "Politics", ["Politics", "Pol."], "bekker"),
  work("Augustine", "Confessions", ["Confessions", "Confessiones", "Conf."]),
  work("Augustine", "City of God", ["City of God", "De civitate Dei", "De civ. Dei", "Civ."]),
  work("Augustine", "On the Trinity", ["On the Trinity", "De Trinitate", "De Trin.", "Trin."]),
  work("Josephus", "Jewish Antiquities", ["Jewish Antiquities", "Antiquities", "Ant.", "AJ"]),
  work("Josephus", "Jewish War", ["Jewish War", "War", "J.W.", "BJ", "Bell."]),
  work("Josephus", "Against Apion", ["Against Apion", "Ag. Ap.", "C. Ap."]),
  work("Homer", "Iliad", ["Iliad", "Il."]),
  work("Homer", "Odyssey", ["Odyssey", "Od."]),
  work("Eusebius", "Church History", ["Church History", "Ecclesiastical History", "Hist. eccl.", "HE"]),
  work("Irenaeus", "Against Heresies", ["Against Heresies", "Adversus haereses", "Adv. haer.", "Haer."]),
  work("Tertullian", "Apology", ["Apology", "Apol."]),
  work("Origen", "Against Celsus", ["Against Celsus", "Contra Celsum", "C. Cels.", "Cels."]),
  work("Origen", "On First Principles", ["On First Principles", "De principiis", "De princ.", "Princ."]),
  work("Calvin", "Institutes", ["Institutes", "Inst."]),
  work("Tacitus", "Annals", ["Annals", "Ann."]),
  work("Tacitus", "Histories", ["Histories", "Hist."]),
  work("Suetonius", "Claudius", ["Claudius", "Claud."]),
  work("Virgil", "Aeneid", ["Aeneid", "Aen."]),
  work("Herodotus", "Histories", ["Histories", "Hist."]),
  work("Thucydides", "Peloponnesian War", ["Peloponnesian War", "History"]),
  work("Cicero", "On the Nature of the Gods", ["De natura deorum", "Nat. d.", "N.D."]),
  work("Philo", "On the Creation", ["On the Creation", "De opificio mundi", "Opif."]),
];

/** Titles that name one work by themselves, so that no author is needed before them. */
export const unmistakable: ReadonlySet<string> = new Set([
  "Iliad",
  "Odyssey",
  "Aeneid",
  "Nicomachean Ethics",
  "Hist. eccl.",
  "Adv. haer.",
  "Ag. Ap.",
  "Jewish Antiquities",
]);
/** Authors of one work: the place may follow the name at once. */
export const authorsOfOneWork: Readonly<Record<string, string>> = { Herodotus: "Histories", Thucydides: "Peloponnesian War" };
