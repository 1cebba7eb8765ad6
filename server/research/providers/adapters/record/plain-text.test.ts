import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText, plainTitle, tidy } from "./plain-text";

describe("plain text", () => {
  it.each([
    ["Plasma <i>and</i> blood", "Plasma and blood"],
    ["<p>One</p><p>two</p>", "One two"],
    ["<jats:sec><jats:title>Methods</jats:title><jats:p>We asked</jats:p></jats:sec>", "Methods We asked"],
    ["H<sub>2</sub>O and 10<sup>3</sup>", "H2O and 103"],
    ["55% &#xb1; 16% (p &lt; 0.05) &amp; more", "55% ± 16% (p < 0.05) & more"],
    ["values <LLOQ and >ULOQ were left out", "values <LLOQ and >ULOQ were left out"],
    ["p < 0.05 and n > 3", "p < 0.05 and n > 3"],
    ['<script type="x">alert(1)</script>Dose<img src=x onerror=alert(1)>', "Dose"],
    ["a\u0000b\u0007c\u202Ed\nnext", "abcd next"],
    ["&unknown; stays, &#0; goes", "&unknown; stays, goes"],
  ])("%j becomes %j", (html, plain) => {
    expect(plainText(html)).toBe(plain);
  });

  it("gives a title that fits, or what stands in for one", () => {
    expect(plainTitle("[Translated title].", "none")).toBe("Translated title");
    expect(plainTitle("<b></b>", "none")).toBe("none");
    expect(plainTitle(undefined, "none")).toBe("none");
    expect(plainTitle("x".repeat(900), "none")).toHaveLength(600);
  });

  it("never leaves control characters, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const line = tidy(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(tidy(line)).toBe(line);
      }),
    );
  });
});
