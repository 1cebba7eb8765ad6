/** What people are told of text that stands in a file and that its readers do not see. */
export function hiddenText(what: "document" | "presentation" | "page" | "book" | "PDF", count: number): string {
  return `The file holds hidden text (${characters(count)}), which was left out: readers of the ${what} do not see it.`;
}

export function deletedText(count: number): string {
  return `The file holds tracked deletions (${characters(count)}), which were left out; tracked insertions are in the text.`;
}

function characters(count: number): string {
  return count === 1 ? "one character" : `${count.toLocaleString("en")} characters`;
}
