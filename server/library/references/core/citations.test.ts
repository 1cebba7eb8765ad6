import { describe, expect, it } from "vitest";
import { findReferences } from "./find-references";

/** Text => what it refers to, separated by "; ". Nothing after the arrow: it refers to nothing that is known here. */
const cases = `
The Council of Trent, session VI, chapter 12, warns against presumption. =>
Trent, Sess. 6, can. 9 condemns it. =>
Canon 12 of the council forbids it. =>
Article 5 of the Augsburg Confession speaks of ministry. =>
See Luther's Small Catechism, part 3, and chapter 4 of the Rule of Benedict. =>
The Westminster Confession, chapter 3, verse by verse. =>
As Rom 5:1 says, and Trent, chapter 7, denies. => scripture Rom.5.1
After Mt 5:3 he turns to the Didache, chapter 8, on prayer. => scripture Matt.5.3
After citing Gal 2:16, canon 9 of Trent replies. => scripture Gal.2.16
Rom 3:28 is the text; in chapter 4 Abraham follows. => scripture Rom.3.28; scripture Rom.4
Compare John 1:1-18 with v. 3 alone. => scripture John.1.1-John.1.18; scripture John.1.3
In Isa 53:4 he bears griefs; vv. 5-6 explain. => scripture Isa.53.4; scripture Isa.53.5-Isa.53.6
Cf. 1 Cor 11:23-26; Luke 22:19f. => scripture 1Cor.11.23-1Cor.11.26; scripture Luke.22.19-Luke.22.20
see Gen 12:1-3, 15:6, and 17:5 => scripture Gen.12.1-Gen.12.3; scripture Gen.15.6; scripture Gen.17.5
Matt 5-7 is a sermon. => scripture Matt.5-Matt.7
Gen 1:1-2:4a opens the book. => scripture Gen.1.1-Gen.2.4
(cf. Heb 4:15; 5:7-9) => scripture Heb.4.15; scripture Heb.5.7-Heb.5.9
I Tim. ii. 5 and II Pet. i. 4 => scripture 1Tim.2.5; scripture 2Pet.1.4
Rev. xxi. 1-4 closes it. => scripture Rev.21.1-Rev.21.4
Deut. XVIII, 15 foretells a prophet. => scripture Deut.18.15
Vgl. 1. Kor 13,4-7 und Offb 21,4. => scripture 1Cor.13.4-1Cor.13.7; scripture Rev.21.4
1. Mose 1,27 und 5. Mose 6,4 => scripture Gen.1.27; scripture Deut.6.4
Apg 2,42 und Hebr 11,1 => scripture Acts.2.42; scripture Heb.11.1
Sprüche 3,5 und Jesaja 40,31 => scripture Prov.3.5; scripture Isa.40.31
cf. Ap 21,4 et Mt 6,9-13 => scripture Rev.21.4; scripture Matt.6.9-Matt.6.13
Genèse 1,27 et Ésaïe 53,5 => scripture Gen.1.27; scripture Isa.53.5
Véase Hechos 2,42 y Romanos 8,28. => scripture Acts.2.42; scripture Rom.8.28
Éxodo 3,14 y Apocalipsis 22,13 => scripture Exod.3.14; scripture Rev.22.13
Ioannes 1,14 et Matthaeus 16,18 => scripture John.1.14; scripture Matt.16.18
Sir 24:1 and Wis 2:12 => scripture Sir.24.1; scripture Wis.2.12
2 Macc 12:46 on prayer for the dead => scripture 2Macc.12.46
Tobit 12:8; Judith 9:2; Baruch 3:37 => scripture Tob.12.8; scripture Jdt.9.2; scripture Bar.3.37
Ps 50(51):3 is sung on Fridays. => scripture Ps.50.3
Ps 22:1; 23:4; and 110:1 => scripture Ps.22.1; scripture Ps.23.4; scripture Ps.110.1
Psalm 151 is in the Greek. => scripture Ps.151
Jude 3 and Philemon 6 => scripture Jude.1.3; scripture Phlm.1.6
2 John 7-9 => scripture 2John.1.7-2John.1.9
Obad 15 announces the day. => scripture Obad.1.15
He scored 3:16 in the race at St John 3 km course. =>
Psalm tones 1 to 8 are taught. =>
Mark 12 boxes as fragile. =>
Section 3.16 of John Smith's book =>
Romans built 3 roads. =>
On p. 12 of Acts and Monuments =>
Luke 2 was born in 1950. => scripture Luke.2
doi:10.1038/nature12373. => doi 10.1038/nature12373
(https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2) => doi 10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2
[doi: 10.1056/NEJMoa2034577]; => doi 10.1056/nejmoa2034577
https://dx.doi.org/10.1016/j.cell.2020.01.001), => doi 10.1016/j.cell.2020.01.001
See "10.1136/bmj.n71". => doi 10.1136/bmj.n71
doi.org/10.5281/zenodo.1234567?x=1 => doi 10.5281/zenodo.1234567
PMID 12345678; PMCID: PMC7654321 => pmid 12345678; pmcid PMC7654321
PMIDs: 11111111, 22222222 => pmid 11111111; pmid 22222222
pubmed.ncbi.nlm.nih.gov/31978945/ => pmid 31978945
NCT04368728 and ISRCTN50189673 => nct NCT04368728; isrctn ISRCTN50189673
EudraCT 2020-001113-21 => eudract 2020-001113-21
EudraCT Number: 2004-000446-20. => eudract 2004-000446-20
ClinicalTrials.gov number, NCT00000620. => nct NCT00000620
ISRCTN 16912075 => isrctn ISRCTN16912075
Set ID: 0B5A4F7E-9B4C-4A3D-8B2E-1234567890AB => setid 0b5a4f7e-9b4c-4a3d-8b2e-1234567890ab
setid=f1b2c3d4-aaaa-bbbb-cccc-0123456789ab => setid f1b2c3d4-aaaa-bbbb-cccc-0123456789ab
21 CFR 201.57(c)(9)(iv) => law 21 CFR 201.57(c)(9)(iv)
21 CFR Part 11 => law 21 CFR 11
45 C.F.R. §§ 46.101 and 46.102 => law 45 CFR 46.101; law 45 CFR 46.102
42 U.S.C. § 262(k) => law 42 USC 262(k)
21 USC §355(j)(2)(A) => law 21 USC 355(j)(2)(A)
Regulation (EU) 2016/679 => law CELEX 32016R0679
Regulation (EU) No 536/2014 => law CELEX 32014R0536
Council Regulation (EEC) No 2309/93 => law CELEX 31993R2309
Directive 95/46/EC => law CELEX 31995L0046
Art. 6 of Directive 2001/20/EC => law CELEX 32001L0020
Verordnung (EU) 2017/745 => law CELEX 32017R0745
Richtlinie 2001/83/EG => law CELEX 32001L0083
règlement (UE) 2016/679 => law CELEX 32016R0679
§ 823 Abs. 1 BGB => law BGB § 823 Abs. 1
§§ 433, 434 BGB => law BGB § 433; law BGB § 434
Art. 5 Abs. 3 GG => law GG Art. 5 Abs. 3
§ 21 AMG => law AMG § 21
Plato, Republic 514a-517a => classical Plato, Republic 514a-517a
Pl. Phd. 72e => classical Plato, Phaedo 72e
Plato's Meno 81a => classical Plato, Meno 81a
Plat. Tht. 152a => classical Plato, Theaetetus 152a
Aristotle, Metaphysics 1072b13 => classical Aristotle, Metaphysics 1072b13
Arist. De an. 430a10-25 => classical Aristotle, On the Soul 430a10-25
Aristotle, Poetics 1449b24 => classical Aristotle, Poetics 1449b24
Hom. Il. 1.1-7 => classical Homer, Iliad 1.1-7
Odyssey xi. 23 => classical Homer, Odyssey 11.23
Od. 9.19-20 is cited alone. =>
Josephus, B.J. 2.119-166 => classical Josephus, Jewish War 2.119-166
Jos. Ant. XVIII, 3, 3 => classical Josephus, Jewish Antiquities 18.3.3
Josephus, Life 10-12 => classical Josephus, Life 10-12
Philo, Opif. 69 => classical Philo, On the Creation 69
Qur'an 2:255 => classical Qur'an 2:255
Sura 112:1-4 => classical Qur'an 112:1-4
Q 5:32 and Q. 2:256 => classical Qur'an 5:32; classical Qur'an 2:256
Koran, sura 3, verse 45 => classical Qur'an 3:45
b. Sanh. 98a => classical Babylonian Talmud, Sanhedrin 98a
BT Berakhot 5b => classical Babylonian Talmud, Berakhot 5b
Babylonian Talmud, Shabbat 31a => classical Babylonian Talmud, Shabbat 31a
y. Ta'an. 4:5, 68d => classical Jerusalem Talmud, Ta'anit 4:5, 68d
m. Avot 1:1 => classical Mishnah, Avot 1:1
Mishnah Sanhedrin 4:5 => classical Mishnah, Sanhedrin 4:5
Tosefta Sotah 15:11 => classical Tosefta, Sotah 15:11
Tac. Ann. 15.44 => classical Tacitus, Annals 15.44
Eusebius, Hist. eccl. 3.39.15 => classical Eusebius, Church History 3.39.15
Thomas, STh I-II q. 94 a. 2 => classical Aquinas, Summa Theologiae I-II, q. 94, a. 2
Calvin, Inst. III.xxi.5 => classical Calvin, Institutes 3.21.5
Cic. Off. 1.7 => classical Cicero, On Duties 1.7
Verg. Aen. 6.847-853 => classical Virgil, Aeneid 6.847-853
`;

describe("citations as scholars write them", () => {
  it.each(
    cases
      .trim()
      .split("\n")
      .map((line) => line.split(/ =>\s?/)),
  )("%s", (text = "", expected = "") => {
    const found = findReferences(text);
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected === "" ? [] : expected.split("; "));
    for (const { start, end } of found) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  });
});
