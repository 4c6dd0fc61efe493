import { expect, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

// What public pages show beside what their files hold.

/** What each cell of each row of a table says. */
export const cells = async (table: Locator) =>
  Promise.all((await table.getByRole("row").all()).map((row) => row.getByRole("cell").allInnerTexts()));

/** Values as a page writes them, without separators of thousands. */
export const plain = (text: string) => text.trim().replace(/(?<=\d),(?=\d{3})/g, "");

type CsvColumn =
  | "indicator"
  | "unit"
  | "unit_name"
  | "period"
  | "cell"
  | "value"
  | "mark"
  | "status"
  | "missing_reason";
type CsvRow = Record<CsvColumn | "target" | "target_period" | "carried_forward", string>;

export async function csvOf(page: Page, path: string): Promise<CsvRow[]> {
  const response = await page.request.get(path);
  expect(response.headers()["content-type"], path).toContain("text/csv");
  // Its words are of the page's language, and so is its name.
  const language = path.startsWith("/th/") ? "th" : "en";
  expect(response.headers()["content-disposition"], path).toMatch(new RegExp(`attachment; .*-${language}\\.csv`));
  return parse(await response.text(), { columns: true, bom: true });
}

/** What a page shows for a value of a file. */
export function shownAs({ mark, value, missing_reason: reason }: CsvRow): string {
  if (mark === "missing" && reason === "notApplicable") return "not applicable";
  if (mark === "missing") return reason === "noApprovedReport" ? "no approved report" : "no value";
  return value || "in words";
}
