// Numbers by passage id, nearly as fast as an array and only as large as the ids that are used: ids of one owner stand in stretches, but those
// stretches lie anywhere in the ids of the whole installation.

const bits = 10;
const pageSize = 1 << bits;
const inPage = pageSize - 1;

export class ScoreTable {
  private readonly pages: (Float64Array | undefined)[] = [];

  /** The value of a passage; 0 where none was added. */
  get(id: number): number {
    return this.pages[id >>> bits]?.[id & inPage] ?? 0;
  }

  /** The page on which a passage's value stands, made where it is missing; `slotOf(id)` is its place there. */
  page(id: number): Float64Array {
    const number = id >>> bits;
    let page = this.pages[number];
    if (!page) {
      page = new Float64Array(pageSize);
      this.pages[number] = page;
    }
    return page;
  }

  clear(id: number): void {
    const page = this.pages[id >>> bits];
    if (page) page[id & inPage] = 0;
  }

  /** Calls back with every value that is above 0, by ascending id. */
  each(visit: (id: number, value: number) => void): void {
    this.pages.forEach((page, number) => {
      if (!page) return;
      for (let slot = 0; slot < pageSize; slot += 1) {
        const value = page[slot] ?? 0;
        if (value > 0) visit(number * pageSize + slot, value);
      }
    });
  }
}

/** The first id after a passage's that stands on another page. */
export function pageEnd(id: number): number {
  return ((id >>> bits) + 1) * pageSize;
}

export function slotOf(id: number): number {
  return id & inPage;
}
