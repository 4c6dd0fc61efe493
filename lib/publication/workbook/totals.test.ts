import { expect, it } from "vitest";
import { sampleBook } from "../testing/sample-book";
import { isNotWorkedOut } from "./totals";

it("a value of the region that was taken down isn't one that can't be worked out", () => {
  const [row] = sampleBook.rows;
  const indicator = sampleBook.indicators.find(({ isOfCountries }) => isOfCountries)!;
  const isNone = (reason: "notComputable" | "takenDown") =>
    isNotWorkedOut({ ...row!, value: { state: "missing", reason } }, indicator, "REGION");
  expect([isNone("notComputable"), isNone("takenDown")]).toEqual([true, false]);
});
