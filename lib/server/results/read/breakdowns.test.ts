import { expect, it } from "vitest";
import type { PublicValue } from "@/lib/views/public-value";
import type { DimensionView } from "@/lib/views/report-view";
import { breakdownsOf } from "./breakdowns";

it("no part of a value that was taken down is called missing", () => {
  const names = { female: "Women", male: "Men" };
  const categories = Object.entries(names).map(([code, name]) => ({ code, name }));
  const sex: DimensionView = { code: "sex", name: "Sex", open: false, categories };
  const shown: PublicValue = { state: "shown", value: { kind: "number", number: "7" } };
  const down: PublicValue = { state: "missing", reason: "takenDown" };
  const none: PublicValue = { state: "missing", reason: null };
  const [breakdown] = breakdownsOf(
    ["sex"],
    [sex],
    [
      { code: "KHM", name: "Cambodia" },
      { code: "THA", name: "Thailand" },
      { code: "LAO", name: "Lao PDR" },
    ],
    null,
    (unit, cell) => (unit === "KHM" ? shown : cell !== "total" ? undefined : unit === "THA" ? down : none),
    () => none,
    () => [],
  );
  expect(breakdown?.rows.map(({ values }) => values)).toEqual([
    [shown, shown],
    [down, down],
    [none, none],
  ]);
});
