import { describe, expect, it } from "vitest";
import { commentForm, evidenceForm } from "./report-forms";

describe("a form about a report", () => {
  const form = { indicator: "G1.1-a", title: "A law", url: "https://example.org/" };
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

  it("says nothing of the public in a comment or evidence, though a form of an earlier version asks", () => {
    const said = { indicator: "G1.1-a", body: "Two provinces." };
    expect(commentForm.parse({ ...said, isPublic: "on" })).toEqual(commentForm.parse(said));
    expect(evidenceForm.parse({ ...form, visibility: "public" })).toEqual(form);
  });
});
