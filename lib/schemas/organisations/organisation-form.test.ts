import { describe, expect, it } from "vitest";
import { newOrganisationForm, organisationForm } from "./organisation-form";

const typed = { locale: "th", name: " Ministry  of\nJustice ", acronym: "", kind: "government", website: "" };
const faults = (form: object) => newOrganisationForm.safeParse({ ...typed, ...form }).error?.issues ?? [];

describe("the form of an organisation", () => {
  it("reads names in one line, boxes as one or several, and leaves out what is empty", () => {
    const { entry } = newOrganisationForm.parse({ ...typed, "name.th": "กระทรวงยุติธรรม", "name.km": " ", units: "7" });
    expect(entry).toEqual({
      name: "Ministry of Justice",
      names: [{ locale: "th", name: "กระทรวงยุติธรรม" }],
      acronym: null,
      kind: "government",
      unitIds: [7],
      website: null,
    });
    expect(newOrganisationForm.parse({ ...typed, units: ["7", "8", "7"] }).entry.unitIds).toEqual([7, 8]);
  });

  it.each([
    [{ name: " " }, "name", "organisationNameMissing"],
    [{ name: "x".repeat(201) }, "name", "textTooLong"],
    [{ kind: "" }, "kind", "choiceMissing"],
    [{ units: "x" }, "units", "fieldInvalid"],
    [{ website: "http://example.org" }, "website", "websiteInvalid"],
    [{ website: "javascript:alert(1)" }, "website", "websiteInvalid"],
    [{ website: "https://user:pass@example.org" }, "website", "urlWithPassword"],
  ])("refuses %o", (form, field, message) => {
    expect(faults(form)[0]).toMatchObject({ path: expect.arrayContaining([field]), message });
  });

  it("of one that is changed names it as it was seen", () => {
    expect(organisationForm.parse({ ...typed, id: "3", rowVersion: "2" })).toMatchObject({ id: 3, rowVersion: 2 });
  });
});
