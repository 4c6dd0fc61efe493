import { expect, it } from "vitest";
import type { MeetingTime } from "./decision";
import { isSaidDueAt, type SaidBefore } from "./follow-up";

const meeting = (code: string, day: string, unit: string | null = null): MeetingTime => ({
  code,
  year: Number(day.slice(0, 4)),
  startsOn: day,
  endsOn: day,
  unit,
});
const next = meeting("RTF-2018-10", "2018-10-15");
const ofYear: MeetingTime = { ...next, startsOn: null, endsOn: null };
const said: SaidBefore = {
  passedOn: "2018-03-01",
  units: ["THA"],
  dueOn: null,
  answeredOn: null,
  allAnsweredOn: null,
  isGone: false,
  closedOn: null,
  actionsOn: "",
  followUps: [],
};
const [som, later] = [meeting("SOM", "2018-05-01"), meeting("SOM", "2019-05-01")];
const told = (at: MeetingTime, status: "done" | "underWay") => ({ followUps: [{ meeting: at, status }] });

it.each<[string, Partial<SaidBefore>, MeetingTime, boolean]>([
  ["said before it", {}, next, true],
  ["said on its first day", { passedOn: "2018-10-15" }, next, false],
  ["answers due on its last day", { dueOn: "2018-10-15" }, next, true],
  ["answers due later", { dueOn: "2018-10-16" }, next, false],
  ["answered before they are due", { dueOn: "2018-12-01", answeredOn: "2018-05-01" }, next, true],
  ["answered on its last day", { dueOn: "2018-12-01", answeredOn: "2018-10-15" }, next, true],
  ["answered after it, before they are due", { dueOn: "2018-12-01", answeredOn: "2018-10-16" }, next, false],
  ["due by then, and answered after it", { dueOn: "2018-05-01", answeredOn: "2018-10-16" }, next, true],
  ["closed the day before", { closedOn: "2018-10-14" }, next, false],
  ["closed on its first day", { closedOn: "2018-10-15" }, next, true],
  ["closed after it", { closedOn: "2019-01-01" }, next, true],
  ["closed before, and something isn't done", { closedOn: "2018-05-01", actionsOn: null }, next, true],
  ["closed before, and done the day before", { closedOn: "2018-05-01", actionsOn: "2018-10-14" }, next, false],
  ["closed before, and done on its first day", { closedOn: "2018-05-01", actionsOn: "2018-10-15" }, next, true],
  ["answered by all the day before", { allAnsweredOn: "2018-10-14" }, next, false],
  ["answered by all on its first day", { allAnsweredOn: "2018-10-15" }, next, true],
  ["answered by all, and something isn't done", { allAnsweredOn: "2018-05-01", actionsOn: null }, next, true],
  ["answered by all, and done before", { allAnsweredOn: "2018-05-01", actionsOn: "2018-09-01" }, next, false],
  ["answered by all, and done since", { allAnsweredOn: "2018-05-01", actionsOn: "2018-11-01" }, next, true],
  [
    "answered by all, and told as under way before",
    { allAnsweredOn: "2018-04-01", ...told(som, "underWay") },
    next,
    true,
  ],
  [
    "answered by all, and told as under way later",
    { allAnsweredOn: "2018-04-01", ...told(later, "underWay") },
    next,
    false,
  ],
  ["closed, and told as under way before", { closedOn: "2018-06-01", ...told(som, "underWay") }, next, false],
  ["gone since", { isGone: true }, next, false],
  ["closed in the year of which alone is known", { closedOn: "2018-11-01" }, ofYear, false],
  ["a country's own meeting that is asked", {}, meeting("NTF", "2018-10-15", "THA"), true],
  ["a country's own meeting that isn't asked", {}, meeting("NTF", "2018-10-15", "LAO"), false],
  ["told as done before", told(meeting("SOM", "2018-05-01"), "done"), next, false],
  ["told as under way before", told(meeting("SOM", "2018-05-01"), "underWay"), next, true],
  ["told as done later", told(meeting("SOM", "2019-05-01"), "done"), next, true],
  ["told here, and gone since", { isGone: true, ...told(next, "done") }, next, true],
  ["a meeting of which only the year is known", {}, ofYear, true],
  ["answers due on the last day of that year", { dueOn: "2018-12-31" }, ofYear, true],
  ["answers due in the next one", { dueOn: "2019-01-01" }, ofYear, false],
])("%s: looked at there is %#", (_, more, at, expected) => {
  expect(isSaidDueAt({ ...said, ...more }, at)).toBe(expected);
});
