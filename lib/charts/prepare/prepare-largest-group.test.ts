import { describe, expect, it } from "vitest";
import { missing, shown } from "@/lib/charts/indicator-view.testing";
import type { Breakdown } from "@/lib/views/indicator-view";
import type { PublicValue } from "@/lib/views/public-value";
import { largestGroup } from "./prepare-largest-group";

const hidden: PublicValue = { state: "suppressed" };
const small: PublicValue = { state: "small", below: 5 };

/** Rows of female, male, and the total. */
const sex = (...rows: [PublicValue, PublicValue, PublicValue][]): Breakdown => ({
  key: "sex",
  dimensions: ["Sex"],
  isOpen: false,
  columns: [
    { cell: "sex=female", categories: ["Female"] },
    { cell: "sex=male", categories: ["Male"] },
  ],
  rows: rows.map(([female, male, total], index) => ({
    unit: { code: `U${index}`, name: `Unit ${index}` },
    values: [female, male],
    total,
  })),
  region: null,
});

describe("the largest group", () => {
  it("is the one of most countries", () => {
    const countries = sex(
      [shown("30"), shown("12"), shown("42")],
      [shown("30"), shown("31"), shown("61")],
      [shown("9"), shown("0"), shown("9")],
    );
    expect(largestGroup(countries)).toEqual({ category: "Female", count: 2, of: 3 });
  });

  it("counts a country whose hidden values can't be larger, or must be, by what the total leaves", () => {
    const most = [shown("30"), hidden, shown("42")] as [PublicValue, PublicValue, PublicValue];
    expect(largestGroup(sex(most, [shown("8"), small, shown("10")]))).toMatchObject({ count: 2, of: 2 });
    expect(largestGroup(sex(most, [hidden, shown("20"), shown("64")]))).toMatchObject({ category: "Female", of: 2 });
    expect(largestGroup(sex(most, [hidden, shown("21"), shown("42")]))).toBeNull();
    expect(largestGroup(sex(most, [shown("20"), hidden, hidden]))).toBeNull();
    expect(largestGroup(sex(most, [hidden, hidden, shown("42")]))).toBeNull();
  });

  it("takes a small value for anything within its bounds", () => {
    const told = [shown("9"), shown("0"), shown("9")] as [PublicValue, PublicValue, PublicValue];
    expect(largestGroup(sex(told, [shown("5"), small, hidden]))).toMatchObject({ count: 2, of: 2 });
    expect(largestGroup(sex(told, [shown("4"), small, hidden]))).toBeNull();
    expect(largestGroup(sex(told, [small, small, shown("7")]))).toBeNull();
  });

  it("isn't told where persons of the total who stand in no part could change it", () => {
    const told = [shown("9"), shown("0"), shown("9")] as [PublicValue, PublicValue, PublicValue];
    expect(largestGroup(sex(told, [shown("46"), shown("36"), shown("95")]))).toBeNull();
    expect(largestGroup(sex(told, [shown("46"), shown("36"), shown("90")]))).toMatchObject({ count: 2, of: 2 });
    expect(largestGroup(sex(told, [shown("46"), missing, shown("95")]))).toBeNull();
    expect(largestGroup(sex(told, [missing, shown("20"), shown("95")]))).toBeNull();
  });

  it("isn't told where countries differ, tie, have no values, or where dimensions cross", () => {
    const female = [shown("2"), shown("1"), shown("3")] as [PublicValue, PublicValue, PublicValue];
    expect(largestGroup(sex(female, [shown("1"), shown("2"), shown("3")]))).toBeNull();
    expect(largestGroup(sex(female, [shown("2"), shown("2"), shown("4")]))).toBeNull();
    expect(largestGroup(sex(female, [missing, missing, missing]))).toBeNull();
    expect(largestGroup({ ...sex(female, female), dimensions: ["Sex", "Age"] })).toBeNull();
  });
});
