import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUrl } from "./check-url";
import { isPublicAddress } from "./public-address";

const byte = fc.integer({ min: 0, max: 255 });
const inside = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.constant(198), fc.integer({ min: 18, max: 19 }), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
);
const forms = [
  (n: number) => String(n),
  (n: number) => `0x${n.toString(16)}`,
  (n: number) => `0${n.toString(8)}`,
  (n: number) => `0X000${n.toString(16).toUpperCase()}`,
];
const form = fc.constantFrom(...forms);
const dots = fc.constantFrom(".", "\u3002", "\uff0e", "\uff61");

describe("an address inside", () => {
  it("is none that may be asked, in whatever base, with whatever dots, in one part or four", () => {
    fc.assert(
      fc.property(inside, fc.tuple(form, form, form, form), dots, fc.integer({ min: 1, max: 4 }), (bytes, [a, b, c, d], dot, parts) => {
        const write = [a, b, c, d];
        const head = bytes.slice(0, parts - 1);
        const rest = bytes.slice(parts - 1).reduce((sum, one) => sum * 256 + one, 0);
        const host = [...head, rest].map((one, index) => (write[index] ?? String)(one)).join(dot);
        expect(checkUrl(`http://${host}/`).ok).toBe(false);
        expect(checkUrl(`http://${host}./`).ok).toBe(false);
        expect(isPublicAddress(bytes.join("."))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is none within IPv6 either: mapped, translated, tunnelled", () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), fc.constantFrom("::ffff:", "::", "64:ff9b::", "64:ff9b:1::", "::ffff:0:"), (bytes, prefix) => {
        const [a = 0, b = 0, c = 0, d = 0] = bytes;
        expect(isPublicAddress(`${prefix}${bytes.join(".")}`)).toBe(false);
        const sixToFour = `2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1`;
        expect(isPublicAddress(sixToFour)).toBe(false);
        expect(checkUrl(`http://[${sixToFour}]/`).ok).toBe(false);
      }),
    );
  });

  it.each(["", "example.com", "1.2.3", "1.2.3.4.5", "::g", "fe80::1%eth0", "168.63.129.16", "3fff::1", "fec0::1", "4000::1", "::1"])(
    "is %j",
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );

  it.each(["1.1.1.1", "9.9.9.9", "93.184.215.14", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "is not %s",
    (text) => {
      expect(isPublicAddress(text)).toBe(true);
    },
  );
});
