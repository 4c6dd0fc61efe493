import { expect, it } from "vitest";
import { ofRows } from "./follow-up-form";

it("leads to each row that is at fault, and says once what is wrong with those that are gone", () => {
  const [gone, long] = ["It isn’t looked at any more", "Too long"];
  expect(
    ofRows(
      [
        { fieldId: "status_7", message: gone },
        { fieldId: "status_8", message: gone },
        { fieldId: "words_9", message: long },
        { fieldId: "status_9", message: gone },
      ],
      [9],
    ),
  ).toEqual([
    { fieldId: "words_9", message: long },
    { fieldId: "status_9", message: gone },
    { fieldId: null, message: gone },
  ]);
});
