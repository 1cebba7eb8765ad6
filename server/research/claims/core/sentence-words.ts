// Words that decide whether a full stop ends a sentence; lower case, without the last stop.

/** Abbreviations that something always follows: their full stop never ends a sentence. */
export const abbreviationsBeforeAnything: ReadonlySet<string> = new Set(
  "e.g eg i.e ie cf vs v viz fig figs eq eqs eqn ref refs sec sect tab dr mr mrs ms prof rev st gen hon sen rep gov capt approx ca circa resp incl excl vol vols ch chap pp pg art para app suppl ed eds trans bros mt ft nr dept univ assoc subsp var cv jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri gal rom cor eph phil thess tim heb jas pet jn lk mk mt matt isa jer ezek hos zech mal ps prov eccl deut lev num ex exod josh judg sam kgs chron neh w/o".split(
    " ",
  ),
);

/** Abbreviations that may also stand last: they end a sentence only before a usual opening word. */
export const abbreviationsThatMayEnd: ReadonlySet<string> = new Set(
  "al etc inc ltd co corp llc plc gmbh a.m p.m jr sr sp spp ph.d m.d b.sc m.sc u.s u.k u.s.a e.u b.i.d t.i.d q.i.d q.d p.o i.v s.c i.m p.r.n h.s q.h ibid u.s.p".split(
    " ",
  ),
);

/** Words that open a sentence far more often than they follow an abbreviation. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  "The A An In On At By For From With Without After Before During Following When While Although However Moreover Furthermore Therefore Thus Hence Because Since If It Its This That These Those There They Their He She We Our You Your I As To Of Both Each All Most Some Many Several No None Not Only Also And But Or Other Another One Two Three Patients Subjects Results Data Studies Treatment Use Do Avoid Consider Monitor Table Figure Safety Efficacy Under Among Between Plasma Mean Median Such Here Where What Who How Overall Similarly Conversely Additionally Finally First Second".split(
    " ",
  ),
);
