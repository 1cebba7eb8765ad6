// What the control words of RTF mean to a reader of its text. Word lists by the Rich Text Format Specification 1.9.1.

/** Groups whose content is not text of the document. */
export const silent = new Set(
  (
    "fonttbl colortbl stylesheet listtable listoverridetable rsidtbl revtbl filetbl generator themedata colorschememapping latentstyles datastore " +
    "pict object objdata objclass shppict nonshppict blipuid header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor atntime " +
    "atndate atnref atnparent atrfstart atrfend bkmkstart bkmkend fldinst xe tc xmlnstbl wgrffmtfilter pnseclvl template userprops docvar mmathPr " +
    "info ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn background sp sn sv panose falt passwordhash listtext pntext do"
  ).split(" "),
);

/** Words that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: " ",
  line: "\n",
  lquote: "\u2018",
  rquote: "\u2019",
  ldblquote: "\u201c",
  rdblquote: "\u201d",
  bullet: "\u2022",
  endash: "\u2013",
  emdash: "\u2014",
  enspace: " ",
  emspace: " ",
  qmspace: " ",
  zwnj: "\u200c",
  zwj: "\u200d",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};

const pageOfCharset: Readonly<Record<number, string>> = {
  0: "cp1252",
  77: "macroman",
  128: "cp932",
  129: "cp949",
  134: "cp936",
  136: "cp950",
  161: "cp1253",
  162: "cp1254",
  163: "cp1258",
  177: "cp1255",
  178: "cp1256",
  186: "cp1257",
  204: "cp1251",
  222: "cp874",
  238: "cp1250",
};

/** The code page of a font's character set; undefined where the document's own holds. */
export function codePageOf(charset: number): string | undefined {
  return pageOfCharset[charset];
}
