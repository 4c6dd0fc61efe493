import { describe, expect, it } from "vitest";
import { sentAsOne, unbundled } from "./file-bundle";
import { matchFile } from "./match-file";
import { madeUpFile, noReport, reportOf } from "./testing";

const bytes = (text: string) => new TextEncoder().encode(text);
const asked = { targets: { glotip: reportOf("THA", 2016) }, report: noReport };

describe("several files as one", () => {
  it("are the same files again, by their names, whatever these are", () => {
    const files = [
      { name: 'a "b"\n.xlsx', bytes: bytes("one\n") },
      { name: "ไฟล์.csv", bytes: new Uint8Array() },
      { name: "c.csv", bytes: bytes("\n[2]\n") },
    ];
    const again = unbundled({ name: "", bytes: sentAsOne(files).bytes });
    expect(again.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))).toEqual(files);
  });

  it("are numbered in their order where names repeat, for all downloads of a report have the same", () => {
    const sent = sentAsOne([
      ...["report.xlsx", "b.xlsx", "report.xlsx", "report.xlsx (1)", "report.xlsx"].map((name) => ({
        name,
        bytes: bytes(name),
      })),
    ]);
    const names = ["report.xlsx (2)", "b.xlsx", "report.xlsx (3)", "report.xlsx (1)", "report.xlsx (4)"];
    expect(unbundled({ name: "", bytes: sent.bytes }).map(({ name }) => name)).toEqual(names);
    expect(sent.fileName).toBe(names.join(", "));
    const twice = sentAsOne([
      { name: "a.csv", bytes: madeUpFile },
      { name: "a.csv", bytes: bytes("a,b") },
    ]);
    expect(matchFile({ name: "x", bytes: twice.bytes, ...asked })).toMatchObject({ refused: { file: "a.csv (2)" } });
  });

  it("of one is that file, untouched", () => {
    expect(sentAsOne([{ name: "a.csv", bytes: madeUpFile }])).toEqual({ fileName: "a.csv", bytes: madeUpFile });
    expect(unbundled({ name: "a.csv", bytes: madeUpFile })).toEqual([{ name: "a.csv", bytes: madeUpFile }]);
  });

  it("are read as a file of no known kind where somebody made them up", () => {
    for (const index of ["", "{}", "[1]", '[["a",-1]]', '[["a",1.5]]', "[[]]", "["]) {
      const made = bytes(`spaiv files\n${index}\nIso3_code`);
      expect(unbundled({ name: "x", bytes: made }), index).toHaveLength(1);
    }
    const beyond = bytes('spaiv files\n[["a.csv",999999999]]\nIso3_code,Year');
    expect(matchFile({ name: "x", bytes: beyond, ...asked })).toMatchObject({ refused: { code: "unknownFormat" } });
  });

  it("are no more than anybody fills in", () => {
    const many = sentAsOne(Array.from({ length: 21 }, (_, n) => ({ name: `${n}.csv`, bytes: madeUpFile })));
    expect(matchFile({ name: "x", bytes: many.bytes, ...asked })).toMatchObject({
      refused: { code: "tooManyFiles", args: { files: 20 } },
    });
  });
});
