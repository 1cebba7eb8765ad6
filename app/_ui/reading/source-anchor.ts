/** The id of a source's entry in the apparatus; citations link to it. */
export const sourceAnchor = (number: number): string => `source-${number}`;
