import { expect, it } from "vitest";
import { platformReportForm } from "./platform-forms";

const typed = {
  locale: "en",
  plan: "spaiv",
  unit: "THA",
  year: "2016",
  rowVersion: "2",
  language: "en",
  visibility: "public",
  challenge_1: "",
  challenge_3: "Few interpreters",
  priority_2: "Two girls of 14",
  title_4: "Trained social workers",
  organisation_4: "1",
  place_4: "Mae Sot",
  time_4: "May",
};

it("a report's words are looked at where they were typed, whatever rows before them are empty", () => {
  const { words, said } = platformReportForm.parse(typed);
  expect([words.challenges, words.priorities]).toEqual([["Few interpreters"], ["Two girls of 14"]]);
  expect(said.filter(([, written]) => written !== "")).toEqual([
    ["challenge_3", "Few interpreters"],
    ["priority_2", "Two girls of 14"],
    ["title_4", "Trained social workers in Mae Sot"],
    ["time_4", "May in Mae Sot"],
  ]);
});
