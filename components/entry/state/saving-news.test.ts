import { expect, it } from "vitest";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { CellState } from "./cell-state";
import { savingNews } from "./saving-news";

const cell = (indicator: string, part: string, at: "rest" | "invalid" | "queued") =>
  [{ indicator, cell: part }, { phase: { at, problems: [] } } as unknown as CellState] as const;

it("tells no indicator as saved of which a part isn't", () => {
  const news = savingNews([
    cell("G7.1-a", "sex=female", "rest"),
    cell("G7.1-a", "sex=male", "invalid"),
    cell("G7.1-a", totalCell, "rest"),
    cell("G5.1-a", totalCell, "rest"),
    cell("G5.1-a", "sex=male", "rest"),
    cell("G5.2-a", totalCell, "queued"),
  ]);
  expect(news.saved).toEqual(["G5.1-a"]);
  expect(news.some).toEqual([{ code: "G7.1-a", count: 2 }]);
  expect(news.refused.map(([place]) => place)).toEqual([{ indicator: "G7.1-a", cell: "sex=male" }]);
  expect(news.queued).toHaveLength(1);
});
