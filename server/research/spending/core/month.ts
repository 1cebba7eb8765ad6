export type Month = { readonly name: string; readonly from: Date; readonly to: Date };

/** The calendar month in UTC that holds the moment; `to` is the first moment of the next one. */
export function utcMonth(moment: Date): Month {
  const year = moment.getUTCFullYear();
  const month = moment.getUTCMonth();
  const from = new Date(Date.UTC(year, month, 1));
  return { name: from.toISOString().slice(0, 7), from, to: new Date(Date.UTC(year, month + 1, 1)) };
}
