import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

describe("localPath", () => {
  it.each([
    ["/en/spaiv", "/en/spaiv"],
    ["/en/spaiv/reports/THA/2016?view=values#G5", "/en/spaiv/reports/THA/2016?view=values#G5"],
    ["/th/spaiv/../account", "/th/account"],
    ["/en/sign-language", "/en/sign-language"],
  ])("keeps %s", (from, path) => expect(localPath(from)).toBe(path));

  it.each([
    "",
    "en/spaiv",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/en/..//evil.example",
    "https://evil.example/en",
    "javascript:alert(1)",
    "/en\u0000",
    "/en/sign-in",
    "/en/sign-in?from=/en/sign-in",
    "/th/sign-out",
    "/api/auth/signout",
    "/_next/static/x.js",
    `/${"a".repeat(3000)}`,
    undefined,
    ["/en", "/th"],
  ])("refuses %j", (from) => expect(localPath(from)).toBeNull());

  it("never leads to another origin, whatever is typed", () => {
    const parts = fc.array(
      fc.constantFrom("/", "\\", ".", "..", "evil.example", ":", "@", "\t", "\n", "%2f", "?", "#", "http:", "en"),
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const path = localPath(pieces.join(""));
        if (path === null) return;
        expect(new URL(path, "https://spaiv.example/en/sign-in").origin).toBe("https://spaiv.example");
        expect(localPath(path)).toBe(path);
      }),
      { numRuns: 5000 },
    );
  });
});
