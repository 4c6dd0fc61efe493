import { describe, expect, it } from "vitest";
import { madeUpFile, noReport, reportOf } from "@/lib/exchange/import/testing";
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
