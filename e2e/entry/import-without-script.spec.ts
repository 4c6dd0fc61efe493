import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// Importing a file where the browser runs no script: file, preview and answers are three pages.

const entryForm = "/en/spaiv/reports/THA/2016";
const file = path.resolve(import.meta.dirname, "../files/glotip-made-up.csv");

async function preview(page: Page, chosen: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(`${entryForm}/import`);
  await page.getByLabel("Files (XLSX or CSV)").setInputFiles(chosen);
  await page.getByRole("button", { name: "Preview" }).click();
}

test("the way back from an import names the report once, as the check's does", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const language of ["en", "th"]) {
    const ways: (string | null)[] = [];
    for (const below of ["check", "import"]) {
      await page.goto(`${entryForm.replace("/en/", `/${language}/`)}/${below}`);
      ways.push(await page.locator(".crumbs").textContent());
    }
    expect(ways[1], language).toBe(ways[0]);
  }
});

test("without a script, a file is previewed, answered and imported", async ({ page, signInAs, anotherBrowser }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const total = page.locator('tr[id="G5.1-a"]');
  await total.getByRole("textbox").fill("849");
  await total.getByRole("textbox").press("Enter");
  await expect(total.getByText(/^Saved/)).toBeVisible();

  const form = await anotherBrowser({ javaScriptEnabled: false });
  await form.goto(`${entryForm}/import`);
  await form.getByRole("button", { name: "Preview" }).click();
  await expect(form.getByText("Error: Choose a file")).toBeVisible();
  await expect(form.getByRole("alert")).toContainText("Choose a file");
  await preview(form, { name: "wrong.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
  await expect(form.getByRole("alert")).toContainText("No line of this file names the columns");
  await expect(form.getByText(/^Error: No line of this file names the columns/)).toBeVisible();

  await preview(form, file);
  const looked = form.getByRole("heading", { name: "What would be imported from glotip-made-up.csv" });
  await expect(looked).toBeVisible();
  // A session that ended meanwhile: signing in leads back to what was looked through.
  const cookies = await form.context().cookies();
  await form.context().clearCookies();
  await form.reload();
  const back = new URL(form.url()).searchParams.get("from") ?? "";
  await form.context().addCookies(cookies);
  await form.goto(back);
  await expect(looked).toBeVisible();
  await form.getByRole("button", { name: "Import into the draft" }).click();
  await expect(form.getByRole("alert")).toContainText("Choose a value for this cell of G5.1-a, or keep what is there");
  const conflicts = form.getByRole("group").filter({ has: form.getByRole("radio") });
  const [first, ...others] = await conflicts.all();
  await first!.getByRole("radio").first().check();
  if (others.length > 0) {
    // One answer is not enough, and isn't lost.
    await form.getByRole("button", { name: "Import into the draft" }).click();
    await expect(first!.getByRole("radio").first()).toBeChecked();
    for (const conflict of others) await conflict.getByRole("radio").first().check();
  }

  // Somebody else changes a cell in question meanwhile: it is asked about anew.
  await total.getByRole("textbox").fill("848");
  await total.getByRole("textbox").press("Enter");
  await expect(total.getByText(/^Saved/)).toBeVisible();
  await form.getByRole("button", { name: "Import into the draft" }).click();
  await expect(form.getByRole("alert")).toContainText("has changed since you looked at it");
  await expect(form.getByRole("radio", { name: "Keep 848" })).not.toBeChecked();
  const again = conflicts.filter({ has: form.getByRole("radio", { name: "Keep 848" }) });
  await again.getByRole("radio").first().check();
  await form.getByRole("button", { name: "Import into the draft" }).click();
  await expect(form.getByText(/cells are imported from glotip-made-up.csv/)).toBeVisible();
  await page.reload();
  await expect(total.getByRole("textbox")).toHaveValue("1612");
  await form.context().close();
});

test("a file whose values the report has already is said to bring nothing new", async ({ page, signInAs }) => {
  const [head, row] = [
    "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source",
    "THA,Thailand,Asia,South-eastern Asia,Detected trafficking victims,Total,Total,Female,Total,2018,Counts,944,MADE UP",
  ];
  const values = (...rows: string[]) => ({
    name: "again.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([head, ...rows].join("\n")),
  });
  const again = async (chosen: ReturnType<typeof values>) => {
    await page.goto("/en/spaiv/reports/THA/2018/import");
    await page.getByLabel("Files (XLSX or CSV)").setInputFiles(chosen);
    await page.getByRole("button", { name: "Preview" }).click();
  };
  await signInAs("focal.thailand");
  await again(values(row!));
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText("One cell is imported from again.csv")).toBeVisible();
  await again(values(row!));
  await expect(page.getByText("The report has every value of this file already.")).toBeVisible();
  await again(values(row!.replace("THA,Thailand", "LAO,Lao PDR")));
  await expect(page.getByText("No row of this file has a value that the report lacks. See above why")).toBeVisible();
});

test("the page's earlier address leads to it for good", async ({ page, signInAs }) => {
  const answer = await page.request.get(`${entryForm}/fill?name=a.csv`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([308, `${entryForm}/import?name=a.csv`]);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/fill`);
  await expect(page.getByRole("heading", { name: "Import a file" })).toBeVisible();
});
