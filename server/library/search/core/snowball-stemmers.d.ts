declare module "snowball-stemmers" {
  type Stemmer = { stem: (word: string) => string };
  export function newStemmer(algorithm: string): Stemmer;
  export function algorithms(): string[];
  const snowball: { newStemmer: typeof newStemmer; algorithms: typeof algorithms };
  export default snowball;
}
