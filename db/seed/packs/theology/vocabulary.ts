// Controlled vocabularies of the theological pack that several categories share. They name traditions as those traditions name themselves.
import { vocabulary } from "../define";

export const manuscripts = vocabulary(`
  P45: papyrus 45
  P46: papyrus 46, chester beatty ii
  P52: papyrus 52
  P66: papyrus 66
  P75: papyrus 75
  Codex Sinaiticus: sinaiticus
  Codex Alexandrinus: alexandrinus
  Codex Vaticanus: vaticanus
  Codex Ephraemi: codex ephraemi rescriptus, ephraemi
  Codex Bezae: bezae, codex bezae cantabrigiensis
  Codex Claromontanus: claromontanus
  Codex Washingtonianus: washingtonianus
  minuscule 33: minuscules 33
  minuscule 1739: minuscules 33 and 1739, 1739
  Byzantine text: majority text, byzantine manuscripts, byzantine tradition
  Textus Receptus: received text
  Old Latin: vetus latina, itala
  Vulgate: latin vulgate
  Peshitta: syriac peshitta
  Sahidic: sahidic coptic, coptic sahidic
  Bohairic: bohairic coptic
  Septuagint: lxx, old greek
  Masoretic Text: masoretic
  Leningrad Codex: codex leningradensis
  Aleppo Codex
  Dead Sea Scrolls: qumran, 1qisaa, great isaiah scroll
  Samaritan Pentateuch
  Targum: targum onkelos, targum jonathan
`);

export const traditions = vocabulary(`
  Roman Catholic: catholic, roman catholic teaching
  Eastern Orthodox: orthodox, eastern orthodox theology
  Oriental Orthodox: coptic orthodox, armenian apostolic, syriac orthodox
  Lutheran: lutheran tradition
  Reformed: calvinist, reformed tradition, presbyterian
  Arminian: wesleyan, methodist, wesleyan and arminian, arminian tradition
  Anglican: church of england, episcopal
  Baptist
  Anabaptist: mennonite
  Pentecostal: charismatic
  Quaker: society of friends
  Jewish: judaism, rabbinic, rabbinic judaism
  Orthodox Judaism
  Reform Judaism
  Conservative Judaism: masorti
  Karaite
  Samaritan
  Islamic: muslim
`);

export const translations = vocabulary(`
  King James Version: kjv, authorised version, authorized version
  American Standard Version: asv
  World English Bible: web
  Revised Standard Version: rsv
  New Revised Standard Version: nrsv
  English Standard Version: esv
  New International Version: niv
  New American Standard Bible: nasb
  New English Bible: neb
  Revised English Bible: reb
  New Living Translation: nlt
  New Jerusalem Bible: njb, jerusalem bible
  Douay-Rheims: douay-rheims bible
  New American Bible: nab
  Young's Literal Translation: ylt
  JPS Tanakh: jps, jps 1917, njps
  Luther Bible: lutherbibel
  Vulgate: latin vulgate
  Septuagint: lxx
  Geneva Bible
  Tyndale: tyndale's new testament
`);

export const fathers = vocabulary(`
  Clement of Rome
  Ignatius of Antioch: ignatius
  Justin Martyr
  Irenaeus: irenaeus of lyons
  Clement of Alexandria
  Tertullian
  Origen
  Hippolytus
  Cyprian: cyprian of carthage
  Eusebius: eusebius of caesarea
  Athanasius
  Ephrem the Syrian: ephrem
  Hilary of Poitiers
  Basil of Caesarea: basil the great
  Gregory of Nazianzus
  Gregory of Nyssa
  Ambrose: ambrose of milan
  Ambrosiaster
  John Chrysostom: chrysostom
  Jerome
  Augustine: augustine of hippo
  Pelagius
  Theodore of Mopsuestia
  Cyril of Alexandria
  Theodoret: theodoret of cyrrhus
  Leo the Great
  Gregory the Great
  Maximus the Confessor
  John of Damascus: john damascene
  Bede
`);
