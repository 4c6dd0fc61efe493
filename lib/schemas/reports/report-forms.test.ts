import { describe, expect, it } from "vitest";
import { evidenceForm } from "./report-forms";

describe("a form about a report", () => {
  const form = { indicator: "G1.1-a", title: "A law", url: "https://example.org/", visibility: "public" };
  const faultsOf = (changes: Partial<typeof form>) => evidenceForm.safeParse({ ...form, ...changes }).error?.issues;

  it("asks for the title of a document by its name, blanks being none", () => {
    expect(faultsOf({ title: "  " })).toMatchObject([{ path: ["title"], message: "titleMissing" }]);
  });

  it("takes an address of the web, and none that carries somebody's password", () => {
    for (const url of ["https://example.org/a?b#c", "http://example.org"])
      expect(faultsOf({ url }), url).toBe(undefined);
    for (const url of ["example.org", "ftp://example.org", "javascript:alert(1)", "https://"])
      expect(faultsOf({ url }), url).toMatchObject([{ path: ["url"], message: "urlInvalid" }]);
    for (const url of ["https://me:secret@example.org/", "https://me@example.org/"])
      expect(faultsOf({ url }), url).toMatchObject([{ path: ["url"], message: "urlWithPassword" }]);
  });
});
