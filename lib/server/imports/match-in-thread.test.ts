import { describe, expect, it } from "vitest";
import { madeUpFile, noReport, reportOf } from "@/lib/exchange/import/testing";
import { glotipWorkbook } from "@/lib/exchange/xlsx/testing/glotip-workbook";
import { sheetXml, workbookOfSheets } from "@/lib/exchange/xlsx/testing/made-workbook";
import type { ReadSoFar } from "@/lib/views/import-view";
import { fileMatcher, matchInThread } from "./match-in-thread";

const asked = { name: "values.csv", targets: { glotip: reportOf("THA", 2016) }, report: noReport };
const refusal = (code: string) => expect.objectContaining({ name: "FileRefusal", code });
const head = "Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE";
/** Rows of the report's own cell, with as many values as are asked for. */
const rowsOf = (count: number, values: number) =>
  Buffer.from(
    [
      head,
      ...Array.from(
        { length: count },
        (_, n) => `THA,Thailand,Detected trafficking victims,Total,Total,Total,Total,2016,${n % values}`,
      ),
    ].join("\n"),
  );

describe("a file that is matched with a report", () => {
  it("holds nobody else up", async () => {
    let turns = 0;
    let isOver = false;
    const others = () => {
      turns++;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const { preview } = await matchInThread({ bytes: rowsOf(40_000, 1), ...asked });
    isOver = true;
    // On this thread it would have been one turn.
    expect(turns).toBeGreaterThan(20);
    expect(preview).toMatchObject({ rows: 40_000, counts: { imported: 40_000 } });
    expect(preview.imported).toMatchObject([{ cell: "total", moreLines: 39_990 }]);
    expect(JSON.stringify(preview).length).toBeLessThan(1000);
  });

  it("is refused in words when it exhausts the thread, and the next is read", async () => {
    const tried = fileMatcher({ longestMs: 1 });
    await expect(tried({ bytes: rowsOf(1000, 1), ...asked })).rejects.toEqual(refusal("tooDemanding"));
    expect((await matchInThread({ bytes: madeUpFile, ...asked })).format).toBe("glotip");
  });

  it("is refused when a workbook's texts take more memory than any needs, and the next is read", async () => {
    // Both generations are set, as the program sets them: what the young one has by itself differs between versions.
    const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
    const tried = fileMatcher({ longestMs: 60_000, resourceLimits });
    // One text in millions of pieces: each is remembered until the text is whole.
    const pieces = Array.from({ length: 3_000_000 }, (_, n) => `<t>${n}</t>`).join("");
    const workbook = workbookOfSheets(
      { Data: sheetXml("") },
      { "xl/sharedStrings.xml": `<sst><si>${pieces}</si></sst>` },
    );
    await expect(tried({ bytes: workbook, ...asked })).rejects.toEqual(refusal("tooDemanding"));
    expect((await tried({ bytes: madeUpFile, ...asked })).format).toBe("glotip");
  });

  it("tells how far it is with a large workbook, and ends where whoever asked has gone", async () => {
    const told: ReadSoFar[] = [];
    const gone = new AbortController();
    const reading = matchInThread({ bytes: glotipWorkbook(20_000), ...asked }, gone.signal, (soFar) => {
      told.push(soFar);
      if (told.length === 2) gone.abort();
    });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(told).toMatchObject([{ rows: 2_000 }, { rows: 4_000 }]);
    expect((await matchInThread({ bytes: madeUpFile, ...asked })).format).toBe("glotip");
  });

  it("is refused where a cell has more values than anybody could choose from", async () => {
    await expect(matchInThread({ bytes: rowsOf(60_000, 60_000), ...asked })).rejects.toMatchObject({
      code: "tooManyValues",
      args: { indicator: "detected", values: 60_000, line: 2 },
    });
    expect((await matchInThread({ bytes: rowsOf(100, 50), ...asked })).preview.conflicts[0]?.choices).toHaveLength(50);
  });

  it("is refused where so many are waiting that it would take too long", async () => {
    const all = Array.from({ length: 12 }, () => matchInThread({ bytes: madeUpFile, ...asked }));
    const outcomes = await Promise.allSettled(all);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toEqual(Array.from({ length: 4 }, () => refusal("busy")));
  });
});
