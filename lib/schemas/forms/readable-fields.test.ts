import { describe, expect, it } from "vitest";
import { decisionForm } from "@/lib/schemas/commitments/decision-forms";
import { observationFileForm } from "@/lib/schemas/commitments/observation-file-form";
import { nodeTextFields } from "@/lib/schemas/framework/framework-text";
import { newOrganisationForm } from "@/lib/schemas/organisations/organisation-form";
import { commentForm, evidenceForm } from "@/lib/schemas/reports/report-forms";
import { text } from "./form-fields";

const hostile = "Annual \u202efdp.exe\u2066\u0007\ufeff";
const read = "Annual fdp.exe";

describe("characters that nobody sees", () => {
  it("are in no title of a file, no link, no name and no words, whether they are typed or sent", () => {
    expect(observationFileForm.parse({ title: hostile }).title).toBe(read);
    const of = { indicator: "G1.1-a" };
    const evidence = { ...of, title: hostile, url: "https://example.org/" };
    expect(evidenceForm.parse(evidence)).toMatchObject({ title: read });
    expect(commentForm.parse({ ...of, body: hostile })).toMatchObject({ body: read });
    const organisation = { name: hostile, acronym: "", kind: "donor", website: "" };
    expect(newOrganisationForm.parse(organisation).entry.name).toBe(read);
    const decided = { plan: "spaiv", id: "1", rowVersion: "1", number: "1", kind: "task", body: hostile };
    expect(decisionForm.parse(decided)).toMatchObject({ body: read });
  });

  it("hide no telephone number, and are no title by themselves", () => {
    expect(observationFileForm.safeParse({ title: "Ask 081\u202e-234\u2066-5678" }).success).toBe(false);
    expect(observationFileForm.safeParse({ title: "\u202e\u2066\ufeff" }).success).toBe(false);
    expect(text(3).parse("a\u202eb\u2069c")).toBe("abc");
  });

  it("refuse a framework that is imported with them", () => {
    const { title } = nodeTextFields;
    expect(title.safeParse("Laws\u202e").error?.issues[0]?.message).toBe("has a character that nobody sees");
    expect(title.safeParse("\u1780\u200b\u1781").success).toBe(true);
  });
});
