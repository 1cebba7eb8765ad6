import { describe, expect, it } from "vitest";
import { americanDate, compactDate, europeanDate, isoDay, partialDate, writtenDate } from "./dates";
import { dateValue } from "./lay-lines";

describe("dates of registers", () => {
  it.each([
    [compactDate("20190304"), "2019-03-04"],
    [compactDate("20190231"), null],
    [compactDate("2019"), null],
    [europeanDate("04/03/2019"), "2019-03-04"],
    [europeanDate("18/05/2011 02:00"), "2011-05-18"],
    [europeanDate("31/13/2019"), null],
    [americanDate("03/04/2019"), "2019-03-04"],
    [americanDate("2019-03-04"), "2019-03-04"],
    [writtenDate("Mar 04, 2019"), "2019-03-04"],
    [writtenDate("4 March 2019"), "2019-03-04"],
    [writtenDate("Foo 04, 2019"), null],
    [partialDate("2019", "Mar"), "2019-03"],
    [partialDate(2019, 3, 4), "2019-03-04"],
    [partialDate("2019", "Spring"), "2019"],
    [partialDate(2019, 2, 31), "2019-02"],
    [partialDate("soon"), null],
    [isoDay("2019-03-04T10:00:00Z"), "2019-03-04"],
    [isoDay("2019-03"), "2019-03"],
    [isoDay("03/2019"), null],
  ])("%s is %s", (read, iso) => {
    expect(read).toBe(iso);
  });

  it("are intervals as precise as stated", () => {
    expect(dateValue("2019")).toMatchObject({ earliest: "2019-01-01", latest: "2019-12-31", precision: "year" });
    expect(dateValue("2020-02")).toMatchObject({ earliest: "2020-02-01", latest: "2020-02-29", precision: "month" });
    expect(dateValue("2019-03-04")).toMatchObject({ earliest: "2019-03-04", latest: "2019-03-04", precision: "day" });
    expect(dateValue("2019-02-31")).toBeNull();
    expect(dateValue(null)).toBeNull();
  });
});
