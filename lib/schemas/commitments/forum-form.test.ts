import { expect, it } from "vitest";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { forumCountField } from "./forum-fields";
import { forumForm } from "./forum-form";

const sent = {
  locale: "en",
  plan: "spaiv",
  meeting: "8",
  rowVersion: "1",
  theme: "",
  organisers: "",
  safeguarding: "",
};
const field = forumCountField("THA", "female", "from15");

it("tells who came by counts: an empty one isn't told, and 0 is nobody", () => {
  const others = { [forumCountField("KHM", "male", "from18")]: "0", [forumCountField("LAO", "male", "from18")]: "" };
  const { facts } = forumForm.parse({ ...sent, ...others, [field]: "12", safeguarding: "4" });
  expect(facts).toEqual({
    theme: "",
    organisers: "",
    safeguarding: 4,
    counts: [{ unit: "THA", sex: "female", age: "from15", count: 12 }],
  });
});

it.each(["-1", "1.5", "many", "1000", "1e2"])("refuses %s as a count, at its field", (typed) => {
  const { error } = forumForm.safeParse({ ...sent, [field]: typed });
  expect(fieldProblems(error!)).toMatchObject([{ field, key: "youngPersonCount" }]);
});

it.each(["theme", "organisers"])("names no young person in %s", (field) => {
  expect(forumForm.safeParse({ ...sent, [field]: "Malee, a 15-year-old" }).success).toBe(false);
});
