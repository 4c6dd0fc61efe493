import { expect, it } from "vitest";
import { packDimensions, unpackDimensions } from "./dimensions";

it("dimensions come out as they went in", () => {
  const dimensions = [
    { code: "sex", name: "Sex", open: false, categories: [] },
    {
      code: "citizenship",
      name: "Citizenship",
      open: true,
      categories: [
        { code: "vnm", name: "Viet Nam" },
        { code: "fsm", name: "Micronesia (Federated States of)" },
        { code: "18+", name: "" },
      ],
    },
  ];
  expect(unpackDimensions(packDimensions(dimensions))).toEqual(dimensions);
});
