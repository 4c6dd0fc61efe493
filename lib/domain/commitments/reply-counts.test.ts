import { expect, it } from "vitest";
import { replyCounts } from "./reply-counts";

const asked = { askedOn: "2018-03-01", dueOn: "2018-04-30" };
const given = (givenOn: string | null) => ({ ...asked, givenOn });

it("counts each observation by its last round, and the days of every reply", () => {
  expect(
    replyCounts([
      [given("2018-03-11")],
      [given("2018-05-10")],
      [given(null)],
      [given("2018-03-05"), { askedOn: "2018-05-01", dueOn: "2018-06-30", givenOn: null }],
    ]),
  ).toEqual({ said: 4, replied: 2, late: 1, unanswered: 2, medianDays: 10 });
});

it("takes the middle of an even number of replies, and a reply on the due date for one in time", () => {
  const counts = replyCounts([
    [given("2018-03-02")],
    [given("2018-03-05")],
    [given("2018-04-30")],
    [given("2018-03-07")],
  ]);
  expect(counts).toMatchObject({ late: 0, medianDays: 5 });
});

it("has no median without a reply", () => {
  expect(replyCounts([[given(null)]])).toMatchObject({ said: 1, replied: 0, unanswered: 1, medianDays: null });
  expect(replyCounts([])).toEqual({ said: 0, replied: 0, late: 0, unanswered: 0, medianDays: null });
});
