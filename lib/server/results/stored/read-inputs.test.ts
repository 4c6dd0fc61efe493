import { expect, it } from "vitest";
import { readInputs } from "./read-inputs";

it("reads what an earlier version of the program stored, which had another word for a value", () => {
  const seven = { kind: "number", number: "7" };
  const stored = {
    region: {
      figure: { restsOn: ["THA"] },
      assessment: { inputs: { members: [{ value: seven, baseline: { figure: seven } }] } },
    },
    unit: null,
  };
  expect(readInputs(stored)).toEqual({
    region: {
      value: { restsOn: ["THA"] },
      assessment: { inputs: { members: [{ value: seven, baseline: { value: seven } }] } },
    },
    unit: null,
  });
  expect(readInputs(null)).toBeNull();
});
