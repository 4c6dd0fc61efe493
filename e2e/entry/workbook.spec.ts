import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { type Filled, fillWorkbook } from "@/lib/exchange/report/testing/fill-workbook";
import { glotipWorkbook } from "@/lib/exchange/xlsx/testing/glotip-workbook";
import { expect, test } from "../support/fixtures";

// A report leaves as a workbook, is filled in without a line by several people, and comes back cell by cell.

const entryForm = "/en/spaiv/reports/THA/2016";
const row = (page: Page, code: string) => page.locator(`tr[id="${code}"]`);
const field = (page: Page, code: string) => row(page, code).getByRole("textbox").first();

async function enter(page: Page, code: string, value: string) {
  await field(page, code).fill(value);
  await field(page, code).press("Enter");
  await expect(row(page, code).getByText(/^Saved/)).toBeVisible();
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await (file as Download).path());
}

const sent = (name: string, workbook: Uint8Array) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(workbook),
});
const filled = async (name: string, workbook: Buffer, values: Filled) =>
  sent(name, await fillWorkbook(workbook, values));

test("a workbook is filled in by two people, and what changed meanwhile is asked about", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7`);
  await enter(page, "G7.1-a", "300");
  await page.goto(`${entryForm}/import`);
  const workbook = await download(page, "Download as a workbook (XLSX)");
  await page.goto(`${entryForm}?goal=G7`);
  await enter(page, "G7.1-a", "301");

  await page.goto(`${entryForm}/import`);
  // A large one says how far it is, and whoever took the wrong one needn't wait for it.
  await page.getByLabel("Files (XLSX or CSV)").setInputFiles(sent("wrong.xlsx", glotipWorkbook(60_000)));
  await page.getByRole("button", { name: "Preview" }).click();
  const bar = page.getByRole("progressbar", { name: /^[1-9][\d,]* rows read$/ });
  await expect(bar).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(bar).toBeHidden();

  await page.getByLabel("Files (XLSX or CSV)").setInputFiles([
    await filled("police.xlsx", workbook, {
      "G7.1-a|total": { value: 310 },
      "G7.1-a|sex=female": { value: 120 },
      "G5.1-a|total": { value: "many" },
    }),
    await filled("courts.xlsx", workbook, {
      "G7.1-a|total": { value: null },
      "G7.1-c|total": { value: "<5" },
    }),
  ]);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(
    page.getByRole("heading", { name: "What would be imported from police.xlsx, courts.xlsx" }),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /police\.xlsx, G5 .*, [A-Z]\d+.*many.*Enter one number/ })).toBeVisible();
  const conflict = page.getByRole("group").filter({ has: page.getByRole("radio", { name: "Keep 301" }) });
  await expect(conflict.getByRole("radio", { name: /police\.xlsx, G7 .*: 310/ })).toBeVisible();
  await expect(conflict.getByRole("radio", { name: /courts\.xlsx, G7 .*: blank, clear the cell/ })).toBeVisible();
  await expect(page.getByText("Undo on the report’s page doesn’t take an import back.")).toBeVisible();
  await page.getByRole("button", { name: "Import into the draft" }).click();
  const problem = page.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("Choose a value for Total of G7.1-a");
  await conflict.getByRole("radio", { name: /310/ }).check();
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText("3 cells are imported from police.xlsx, courts.xlsx")).toBeVisible();
  await expect(page.locator(":focus")).toContainText("3 cells are imported");
  // What was left over stays to be entered, also for whoever comes back from one of the pages that it leads to.
  const left = page.getByRole("row", { name: /police\.xlsx, G5 .*many.*Enter one number/ });
  await expect(left).toBeVisible();
  await left.getByRole("link", { name: "G5.1-a" }).click();
  await expect(page).toHaveURL(`${entryForm}/indicators/G5.1-a`);
  await page.goBack();
  await expect(page.getByText("3 cells are imported from police.xlsx, courts.xlsx")).toBeVisible();
  await expect(left).toBeVisible();
  await page.goto(`${entryForm}?goal=G7`);
  await expect(field(page, "G7.1-a")).toHaveValue("310");
  await expect(field(page, "G7.1-c")).toHaveValue("<5");
});

test("a value that was taken out of the file stays unless that is ticked, also without a script", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7`);
  await enter(page, "G7.1-b", "41");
  await page.goto(`${entryForm}/import`);
  const csv = (await download(page, "Download as CSV")).toString("utf8");
  const blank = csv.replace(/^(.*,G7\.1-b,total,.*),41,(,,,\d+\r?)$/m, "$1,,$2");
  expect(blank).not.toBe(csv);
  const wrong = blank.replace(/^(.*,G7\.1-a,sex=male,.*),,,,,(\d+\r?)$/m, "$1,many,,,,$2");
  expect(wrong).not.toBe(blank);
  const file = { name: "report.csv", mimeType: "text/csv", buffer: Buffer.from(wrong) };

  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(`${entryForm}/import`);
  await plain.getByLabel("Files (XLSX or CSV)").setInputFiles(file);
  await plain.getByRole("button", { name: "Preview" }).click();
  const box = plain.getByRole("checkbox", { name: /^Clear 41: G7\.1-b/ });
  await expect(box).not.toBeChecked();
  await plain.getByRole("button", { name: "Import into the draft" }).click();
  await expect(plain.getByText(/^Nothing was imported/)).toBeVisible();

  await plain.goto(`${entryForm}/import`);
  await plain.getByLabel("Files (XLSX or CSV)").setInputFiles(file);
  await plain.getByRole("button", { name: "Preview" }).click();
  await box.check();
  await plain.getByRole("button", { name: "Import into the draft" }).click();
  await expect(plain.getByText("One cell is imported from report.csv")).toBeVisible();
  const left = plain.getByRole("row", { name: /G7\.1-a.*many/ });
  await expect(left.getByRole("link", { name: /^G7\.1-a/ })).toBeVisible();
  await plain.context().close();
  await page.goto(`${entryForm}?goal=G7`);
  await expect(field(page, "G7.1-b")).toHaveValue("");
});

test("what was ticked stays so where the file is looked at anew, as a value of it changed meanwhile", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7`);
  await enter(page, "G7.1-b", "41");
  await enter(page, "G7.1-c", "12");
  await page.goto(`${entryForm}/import`);
  const csv = (await download(page, "Download as CSV")).toString("utf8");
  const blank = csv.replace(/^(.*,G7\.1-b,total,.*),41,(,,,\d+\r?)$/m, "$1,,$2");
  const changed = blank.replace(/^(.*,G7\.1-c,total,.*),12,(,,,\d+\r?)$/m, "$1,77,$2");
  expect(changed).not.toBe(blank);
  await page
    .getByLabel("Files (XLSX or CSV)")
    .setInputFiles({ name: "report.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  await page.getByRole("button", { name: "Preview" }).click();
  const box = page.getByRole("checkbox", { name: /^Clear 41: G7\.1-b/ });
  await box.check();
  const meanwhile = await page.context().newPage();
  await meanwhile.goto(`${entryForm}?goal=G7`);
  await enter(meanwhile, "G7.1-c", "13");
  await meanwhile.close();
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText("Choose Preview to look at the file again.")).toBeVisible();
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("radio", { name: "Keep 13" }).check();
  await expect(box).toBeChecked();
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText(/^One cell is imported from report\.csv/)).toBeVisible();
  await page.goto(`${entryForm}?goal=G7`);
  await expect(field(page, "G7.1-b")).toHaveValue("");
  await expect(field(page, "G7.1-c")).toHaveValue("13");
});

test("a workbook of another report is refused first in the form, by the page's own calendar", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2017/import");
  const other = await download(page, "Download as a workbook (XLSX)");
  await page.goto(`${entryForm}/import`.replace("/en/", "/th/"));
  const choice = page.locator("#file");
  for (const name of ["other.xlsx", "again.xlsx"]) {
    await choice.setInputFiles(sent(name, other));
    await expect(page).toHaveTitle(/^(?!ข้อผิดพลาด)/);
    await page.locator("main form button[type=submit]").click();
    const summary = page.getByRole("alert").filter({ hasText: "รอบ 2560" });
    await expect(summary).toBeFocused();
    await expect(summary).not.toContainText("2017");
    await expect(page).toHaveTitle(/^ข้อผิดพลาด/);
  }
  await page.getByRole("alert").getByRole("link").click();
  await expect(choice).toBeFocused();
  await expect(choice).toHaveAttribute("aria-invalid", "true");
});
