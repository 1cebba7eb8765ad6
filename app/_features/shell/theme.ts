// The reader's choice of light or dark lives in a cookie, so that the first bytes of a page already have it. Without one the system decides.

export const themeCookie = "theme";
export type Theme = "light" | "dark";

/** Anything else than the two themes is no choice. */
export const parseTheme = (value: string | undefined): Theme | undefined => (value === "light" || value === "dark" ? value : undefined);

/** The cookie as the browser is given it; kept for a year, on this site alone. */
export const themeCookieText = (theme: Theme): string => `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
