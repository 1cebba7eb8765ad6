// The browser of the tests: a Chromium that comes inside an npm package, so that nothing has to be installed beforehand.
import chromium from "@sparticuz/chromium";

/** Not the package's own `args`: those are for one short-lived page, and share cookies between contexts. */
export const browserArgs = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** Unpacks the browser when it is not there yet; where it then lies. */
export const browserPath = (): Promise<string> => chromium.executablePath();
