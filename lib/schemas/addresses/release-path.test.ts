import { describe, expect, it } from "vitest";
import { prerenderedAs, versionIn } from "./release-path";

describe("the address of a release's page", () => {
  it.each([
    ["/en/spaiv/releases/june-2018", "18~june-2018", "/en/spaiv"],
    ["/en/spaiv/releases/june-2018/indicators/G1.1-a/2016", "18~june-2018", "/en/spaiv/indicators/G1.1-a/2016"],
    ["/en/spaiv/releases", "18", "/en/spaiv/releases"],
    ["/en/spaiv/2016", "18", "/en/spaiv/2016"],
    ["/en/spaiv/indicators/releases/2016", "18", "/en/spaiv/indicators/releases/2016"],
  ])("%s is prerendered under %s", (address, version, pathname) => {
    expect(prerenderedAs("18", address)).toEqual({ version, pathname });
  });

  it("is read back, and nothing else is", () => {
    expect(versionIn("18")).toEqual({ present: 18, release: null });
    expect(versionIn("18~june-2018")).toEqual({ present: 18, release: "june-2018" });
    for (const text of ["", "0", "18~", "18~June", "18~-a", "18~a-", "~a", "18-2", `18~${"a".repeat(41)}`, "1e3", "٣"])
      expect([text, versionIn(text)]).toEqual([text, null]);
  });
});
