import { describe, expect, it } from "vitest";
import { evidenceForm } from "./report-forms";

describe("a form about a report", () => {
  it("asks for the title of a document by its name, blanks being none", () => {
    const form = { indicator: "G1.1-a", title: "  ", url: "https://example.org/", visibility: "public" };
    expect(evidenceForm.safeParse(form).error?.issues).toMatchObject([{ path: ["title"], message: "titleMissing" }]);
  });
});
