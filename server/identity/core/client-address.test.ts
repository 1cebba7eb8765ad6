import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("whom a limit counts", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["10.9.9.9, 192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["2001:0db8::1", "2001:db8:0:0::/64"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::1", "0:0:0:0::/64"],
    ["<script>", "unknown"],
    ["", "unknown"],
  ])("for X-Forwarded-For: %s is %s", (forwarded, address) => {
    expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(address);
  });

  it("is one group for all who come without a proxy", () => {
    expect(clientAddress(new Headers())).toBe("unknown");
  });
});
