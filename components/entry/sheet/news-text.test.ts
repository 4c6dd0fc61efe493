import { expect, it } from "vitest";
import { nextNews } from "./news-text";

it("takes news for another saying, also where its words are the same, and what is left of it for none", () => {
  const [one, other, third] = [{ by: "Somchai" }, { by: "Somchai" }, { by: "Somchai" }];
  const first = nextNews({ news: [], times: 0 }, [one, other]);
  expect(first.times).toBe(1);
  const left = nextNews(first, [other]);
  expect(left.times).toBe(1);
  expect(nextNews(left, [third]).times).toBe(2);
  expect(nextNews(left, []).times).toBe(1);
});
