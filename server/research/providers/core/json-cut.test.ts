import { expect, it } from "vitest";
import { z } from "zod";
import { parseJson } from "./json";

it("tells an answer that was cut at any character from one that is no JSON", () => {
  const whole = JSON.stringify({ text: 'a "b" \\ \u00e4 \n', list: [1.5, -2e3, true, null, {}], nested: { empty: [] } });
  for (let end = 0; end < whole.length; end++) {
    expect(parseJson("A service", whole.slice(0, end), z.unknown()), whole.slice(0, end)).toMatchObject({
      ok: false,
      error: { kind: "truncated", retryable: true },
    });
  }
  expect(parseJson("A service", whole, z.unknown()).ok).toBe(true);
  for (const wrong of ["all is well", '{"a": nonsense}', "{'a': 1}", `${whole}}`])
    expect(parseJson("A service", wrong, z.unknown())).toMatchObject({ ok: false, error: { kind: "schema", retryable: false } });
});
