/** The number that stands for a source everywhere: in the text, the apparatus, the matrix and the plot. */
export const Siglum = ({ children }: { children: number | string }) => <span className="siglum">{children}</span>;
