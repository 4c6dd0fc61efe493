import { expect, it } from "vitest";
import { contributorsTold } from "./contributors-told";

const at = "2018-04-02T03:00:00.000Z";
const handBack = {
  id: 1,
  person: { id: 1, name: "" },
  at,
  left: 2,
  comment: "",
  changedSince: false,
  askedAgain: null,
};
const askedAgain = { at, by: "Nari Made-up", reason: "The appeals." };
const one = (
  id: number,
  left: number,
  back: typeof handBack | (object & { askedAgain: typeof askedAgain }) | null,
) => ({
  id,
  name: `Person ${id}`,
  organisation: "Courts",
  total: 4,
  left,
  handBack: back && { ...handBack, ...back },
});

it("names each contributor once: who has something left, handed back, or is asked again", () => {
  const told = contributorsTold([
    one(1, 2, null),
    one(2, 0, null),
    one(3, 2, handBack),
    one(4, 0, handBack),
    one(5, 2, { askedAgain }),
    one(6, 0, { askedAgain }),
  ]);
  expect(told.waiting.map(({ id }) => id)).toEqual([1, 5, 6]);
  expect(told.handedBack.map(({ id }) => id)).toEqual([3, 4]);
});
