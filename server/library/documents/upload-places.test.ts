import { describe, expect, it } from "vitest";
import { ownerScope } from "@/server/platform/context";
import { inUploadPlace, mostUploads } from "./upload-places";

describe("sending files", () => {
  it("is for so many of an account at once, and does not touch others", async () => {
    const [one, other] = [ownerScope("one"), ownerScope("other")];
    const begun: (() => void)[] = [];
    const slow = () => inUploadPlace(one, () => new Promise<void>((resolve) => begun.push(resolve)));
    const all = Array.from({ length: mostUploads }, slow);
    await expect(slow()).rejects.toMatchObject({ code: "rate_limited" });
    await expect(inUploadPlace(other, async () => "there")).resolves.toBe("there");
    begun[0]?.();
    await all[0];
    await expect(inUploadPlace(one, () => Promise.reject(new Error("broke off")))).rejects.toThrow("broke off");
    await expect(inUploadPlace(one, async () => "there")).resolves.toBe("there");
    for (const end of begun) end();
    await Promise.all(all);
  });
});
