import { expect, it } from "vitest";
import { type HeardRound, replyCounts } from "./reply-counts";

const asked = { askedOn: "2018-03-01", dueOn: "2018-04-30" };
const of = (...rounds: HeardRound[]) => ({ rounds, corrected: null });
const given = (givenOn: string | null) => ({ ...asked, givenOn });

it("counts each observation by its last round, and the days of every reply", () => {
  expect(
    replyCounts([
      of(given("2018-03-11")),
      of(given("2018-05-10")),
      of(given(null)),
      of(given("2018-03-05"), { askedOn: "2018-05-01", dueOn: "2018-06-30", givenOn: null }),
    ]),
  ).toEqual({ said: 4, replied: 2, late: 1, unanswered: 2, medianDays: 10, corrected: 0 });
});

it("takes the middle of an even number of replies, and a reply on the due date for one in time", () => {
  const counts = replyCounts([
    of(given("2018-03-02")),
    of(given("2018-03-05")),
    of(given("2018-04-30")),
    of(given("2018-03-07")),
  ]);
  expect(counts).toMatchObject({ late: 0, medianDays: 5 });
});

it("has no median without a reply", () => {
  expect(replyCounts([of(given(null))])).toMatchObject({ said: 1, replied: 0, unanswered: 1, medianDays: null });
  expect(replyCounts([])).toEqual({
    said: 0,
    replied: 0,
    late: 0,
    unanswered: 0,
    medianDays: null,
    corrected: 0,
  });
});

it("counts a value that was corrected once, however often it was spoken of", () => {
  const about = (corrected: string | null) => ({ rounds: [given(null)], corrected });
  expect(
    replyCounts([about("THA 2016 G5.1-a"), about("THA 2016 G5.1-a"), about("THA 2017 G5.1-a"), about(null)]),
  ).toEqual(expect.objectContaining({ said: 4, corrected: 2 }));
});
