import { describe, expect, it } from "vitest";
import { lookedAtIn, lookedAtNothing, toldBeside } from "./looked-at";
import { toLookAt, warnedWords } from "./warned-words";

const girls = "Two girls aged 15 were found.";

describe("words to look at", () => {
  it("are quoted, each once, with how many more there are", () => {
    expect(warnedWords(girls)?.args).toEqual({ kind: "smallCount", found: "“Two girls”", more: 0 });
    expect(warnedWords(`${girls} Mr Dara, Mr Dara and Ms Chan told it.`)?.args).toEqual({
      kind: "both",
      found: "“Two girls”, “Mr Dara”, “Ms Chan”",
      more: 0,
    });
    expect(warnedWords("Mr A, Mr B, Mr C, Mr D, Mr E, Mr F")?.args).toMatchObject({ kind: "personName", more: 2 });
    expect(warnedWords("In 2016, 1,127 victims were identified.")).toBeNull();
  });

  it("are told of until they were looked at, and again once there are others", () => {
    const first = toLookAt("body", girls, lookedAtNothing);
    expect(first).toMatchObject({ field: "body", key: "wordsToLookAt" });
    const ticked = lookedAtIn([`7 ${first?.args?.sum}`]);
    expect(toLookAt("body", girls, ticked)).toBeNull();
    expect(toLookAt("body", `${girls} They came by bus.`, ticked)).toBeNull();
    expect(toLookAt("body", `${girls} Mr Dara saw them.`, ticked)).toMatchObject({ key: "wordsToLookAt" });
    expect(toLookAt("body", girls, lookedAtIn([toldBeside]))).toBeNull();
    expect(toLookAt("body", girls, lookedAtIn(["", "on"]))).not.toBeNull();
  });
});
