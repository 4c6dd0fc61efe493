import { describe, expect, it } from "vitest";
import { inputsFormat } from "@/lib/domain/results/method";
import { readInputs } from "./read-inputs";

const seven = { kind: "number", number: "7" };
const region = {
  value: { restsOn: ["THA"] },
  assessment: { inputs: { members: [{ value: seven, baseline: { value: seven } }] } },
};
const read = { region, unit: null };

/** The same inputs as each format has them. */
const formats = {
  1: {
    region: {
      figure: { restsOn: ["THA"] },
      assessment: { inputs: { members: [{ value: seven, baseline: { figure: seven } }] } },
    },
    unit: null,
  },
  2: { format: 2, ...read },
};

describe("inputs of results", () => {
  it.each(Object.entries(formats))("are read in format %s", (_, stored) => {
    expect(readInputs(stored)).toEqual(read);
  });

  it("are read as they were stored before formats had a number", () => {
    expect(readInputs(read)).toEqual(read);
    expect(readInputs(null)).toBeNull();
  });

  it("aren't guessed at in a format of a later version of the program", () => {
    expect(() => readInputs({ ...read, format: inputsFormat + 1 })).toThrow(/format 3/);
  });

  it("have an example here for every format that there is", () => {
    expect(Object.keys(formats).map(Number)).toEqual(Array.from({ length: inputsFormat }, (_, index) => index + 1));
  });
});
