import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDates } from "./dates";

const read = (text: string): string[] => findDates(text, { loose: true }).map(({ value }) => `${value.earliest}..${value.latest} ${value.precision}`);

describe("dates in prose", () => {
  it.each([
    ["on 7 July 2015", "2015-07-07..2015-07-07 day"],
    ["on the 7th of July, 2015", "2015-07-07..2015-07-07 day"],
    ["on July 7, 2015", "2015-07-07..2015-07-07 day"],
    ["2015-07-07", "2015-07-07..2015-07-07 day"],
    ["in April 2018", "2018-04-01..2018-04-30 month"],
    ["in February 2024", "2024-02-01..2024-02-29 month"],
    ["in Q3 2024", "2024-07-01..2024-09-30 quarter"],
    ["in the third quarter of 2024", "2024-07-01..2024-09-30 quarter"],
    ["in 2019", "2019-01-01..2019-12-31 year"],
    ["for fiscal 2023", "2023-01-01..2023-12-31 year"],
    ["between 2005 and 2010", "2005-01-01..2010-12-31 year"],
    ["in the 1960s", "1960-01-01..1969-12-31 year"],
    ["in the fourth century", "0301-01-01..0400-12-31 year"],
    ["c. 55–57 CE", "0055-01-01..0057-12-31 year"],
    ["due 31.12.2015", "2015-12-31..2015-12-31 day"],
    ["First licensed: UK 1997 (tablets)", "1997-01-01..1997-12-31 year"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
  it("keeps both readings of day and month where both are possible", () => {
    expect(findDates("on 03/04/2015")[0]?.value).toMatchObject({
      earliest: "2015-04-03",
      alternative: { earliest: "2015-03-04", latest: "2015-03-04" },
    });
    expect(findDates("on 25/04/2015")[0]?.value.alternative).toBeUndefined();
  });
  it.each(["in 2000 patients", "after 1500 mg", "by 1000–2000 K", "31 February 2015", "2019", "a dose of 2019 mg", "May 5 people come"])(
    "finds none in %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
  it("never depends on the day it is read: relative dates are none", () => {
    expect(read("It was approved last July, yesterday and two weeks ago in March.")).toEqual([]);
  });
  it("gives exact offsets of every calendar day in any form", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    fc.assert(
      fc.property(day, fc.constantFrom(0, 1, 2), (date, form) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = iso.split("-");
        const name = months[Number(m) - 1] ?? "";
        const written = [iso, `${Number(d)} ${name} ${y}`, `${name} ${Number(d)}, ${y}`][form] ?? "";
        const text = `It began on ${written}.`;
        const found = findDates(text);
        expect(found).toHaveLength(1);
        expect(found[0]?.value).toMatchObject({ earliest: iso, latest: iso, precision: "day" });
        expect(text.slice(found[0]?.start, found[0]?.end)).toBe(written);
      }),
    );
  });
});
