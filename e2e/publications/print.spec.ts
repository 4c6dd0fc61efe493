import type { Block, PublicationDocument, TableRow } from "@/lib/publication/document";
import { htmlOf } from "@/lib/publication/html/html-of";
import { sampleDocument } from "@/lib/publication/testing/sample-document";
import { testFaces } from "@/lib/publication/testing/test-faces";
import { testPictures } from "@/lib/publication/testing/test-pictures";
import { hasPoppler, pagesOf } from "@/lib/publication/typst/testing/read-pdf";
import { expect, test } from "../support/fixtures";

// A publication's web page on paper, and the page where it is chosen.

const column = { name: "Indicator", align: "start", width: 1 } as const;
const numbers = Array.from({ length: 150 }, (_, index) => index + 1);

/** Tables with more and less above them, so that they begin at any height of a page. */
const manyTables: PublicationDocument = {
  ...sampleDocument,
  chapters: [
    {
      ...sampleDocument.chapters[0]!,
      blocks: numbers.flatMap((number): Block[] => [
        { kind: "paragraph", text: "Between. ".repeat(10 * ((number * number) % 23)) },
        {
          kind: "table",
          id: `t-${number}`,
          caption: `Caption ${number}.`,
          look: "plain",
          note: null,
          columns: [column, { ...column, name: "Value" }],
          rows: [1, 2, 3, 4, 5].map(
            (row): TableRow => ({
              kind: "cells",
              cells: [{ text: `Row ${number}.` }, { text: String(row) }],
            }),
          ),
        },
      ]),
    },
  ],
};

test("a table's number, its name and its first row stand on one page", async ({ page }) => {
  test.skip(!(await hasPoppler()), "poppler-utils isn't installed, so that nothing reads the PDF's text");
  await page.setContent(htmlOf(manyTables, testPictures, testFaces));
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(10);
  const lines = pages.map((text) => text.split("\n").map((line) => line.trim()));
  for (const number of numbers) {
    const places = [`Table ${number}`, `Caption ${number}.`].map((said) =>
      lines.findIndex((all) => all.includes(said)),
    );
    const row = lines.findIndex((all) => all.some((line) => line.startsWith(`Row ${number}. `)));
    expect(new Set([...places, row]), `table ${number}: ${places} ${row}`).toEqual(new Set([places[0]]));
    expect(row).toBeGreaterThan(0);
  }
});

test("on paper the choices of a publication stand whole, without the bar that makes it", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/publications/new");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("checkbox", { name: "CSV" })).toBeVisible();
  await expect(page.locator(".builder-end")).toBeHidden();
});
