import { describe, expect, it } from "vitest";
import type { WorkReport } from "@/lib/views/work-view";
import { groupOf, shownState } from "./sort-work";

const report: WorkReport = {
  unit: { code: "THA", level: "country", name: "Thailand" },
  period: { code: "2017", startsOn: "2017-01-01", endsOn: "2017-12-31", dueOn: "2018-03-31" },
  due: { state: "due", days: 12 },
  state: "draft",
  lock: null,
  isOpened: true,
  total: 84,
  answered: 31,
  warnings: 0,
  returned: null,
  submittedAt: null,
  approvedAt: null,
  contributors: [],
  handBack: null,
  maySubmit: true,
};
const askedAgain = {
  id: 1,
  person: { id: 2, name: "Officer" },
  at: "2018-01-10T03:00:00.000Z",
  left: 0,
  comment: "",
  changedSince: false,
  askedAgain: { at: "2018-01-11T03:00:00.000Z", by: "Officer", reason: "One is missing" },
};
const overdue = { state: "overdue", days: 3 } as const;

describe("a report among the actor's work", () => {
  it.each<[string, Partial<WorkReport>, string | null, string]>([
    ["is due", {}, "due", "draft"],
    ["is overdue", { due: overdue }, "overdue", "late"],
    ["came back, and is late as well", { state: "returned", due: overdue }, "returned", "returned"],
    ["was submitted", { state: "submitted", lock: "submitted", due: overdue }, "done", "submitted"],
    ["was approved", { state: "approved", lock: "approved" }, "done", "approved"],
    ["was never sent, and can't be any more", { lock: "periodClosed", due: overdue }, null, "closed"],
    ["was returned, and its period locked", { state: "returned", lock: "periodLocked" }, null, "returned"],
    ["is all answered, but not submitted", { answered: 84, due: overdue }, "overdue", "late"],
    ["is all answered by a contributor", { answered: 84, maySubmit: false, due: overdue }, "done", "complete"],
    ["is asked for again", { answered: 84, maySubmit: false, handBack: askedAgain }, "due", "complete"],
    ["is a contributor's, not all answered", { maySubmit: false }, "due", "draft"],
  ])("%s", (_, facts, group, state) => {
    expect([groupOf({ ...report, ...facts }), shownState({ ...report, ...facts })]).toEqual([group, state]);
  });
});
