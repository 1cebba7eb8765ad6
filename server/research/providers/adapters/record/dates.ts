// Registers write dates in their own ways; sources and claims hold ISO 8601.

/** ISO date of "20190304"; null for anything else. */
export function compactDate(text: string | null | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text?.trim() ?? "");
  return match ? valid(match[1], match[2], match[3]) : null;
}

/** ISO date of the European order "04/03/2019", a time after it ignored; ISO itself passes. */
export function europeanDate(text: string | null | undefined): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text?.trim() ?? "");
  return match ? valid(match[3], match[2], match[1]) : isoDay(text);
}

/** ISO date of the American order "03/04/2019"; ISO itself passes. */
export function americanDate(text: string | null | undefined): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text?.trim() ?? "");
  return match ? valid(match[3], match[1], match[2]) : isoDay(text);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** ISO date of "Mar 04, 2019", "March 4, 2019" or "04 Mar 2019"; null for anything else. */
export function writtenDate(text: string | null | undefined): string | null {
  const clean = text?.trim() ?? "";
  const american = /^([A-Za-z]{3,9})\.? (\d{1,2}), ?(\d{4})$/.exec(clean);
  const european = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(clean);
  const [year, month, day] = american ? [american[3], american[1], american[2]] : european ? [european[3], european[2], european[1]] : [];
  const index = months.indexOf((month ?? "").slice(0, 3).toLowerCase());
  return index < 0 ? null : valid(year, String(index + 1), day);
}

/** Year, month and day as far as stated, joined as ISO: "2019", "2019-03", "2019-03-04". Months may be written out. */
export function partialDate(year: string | number | null | undefined, month?: string | number | null, day?: string | number | null): string | null {
  const y = /^\d{4}$/.exec(String(year ?? "").trim())?.[0];
  if (!y) return null;
  const name = months.indexOf(
    String(month ?? "")
      .slice(0, 3)
      .toLowerCase(),
  );
  const m = name >= 0 ? name + 1 : Number(month);
  if (month === null || month === undefined || !(m >= 1 && m <= 12)) return y;
  const joined = `${y}-${String(m).padStart(2, "0")}`;
  return day === null || day === undefined ? joined : (valid(y, String(m), String(day)) ?? joined);
}

/** The day an ISO date or date-time begins with; year and month alone pass. */
export function isoDay(text: string | null | undefined): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/.exec(text?.trim() ?? "");
  return match ? partialDate(match[1], match[2], match[3]) : null;
}

function valid(year = "", month = "", day = ""): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}
