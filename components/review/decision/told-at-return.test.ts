import { describe, expect, it } from "vitest";
import type { Entered, FormState } from "@/lib/schemas/forms/form-state";
import { tellOfQueryField } from "@/lib/schemas/reports/entry-fields";
import { isTickedAtFirst, namedUntold, namedWithBox } from "./told-at-return";

const code = "G1.1-a";
const person = (id: number, of: string[] | null = null) => ({
  id,
  name: `Made-up officer ${id}`,
  organisation: "Made up",
  of,
  reviews: false,
});
const named = (...ids: number[]) => ids.map((person) => ({ code, person }));
const refused = (entered: Entered): FormState => ({
  ok: false,
  refusal: { code: "cannotBeTold", args: { people: "none" } },
  problems: [],
  entered,
});
const isTicked = (state: FormState, id: number, ...ids: number[]) =>
  isTickedAtFirst(state, tellOfQueryField(code, id), named(...ids));

describe("whose names are seen where a report is returned", () => {
  it("are those of whoever has a box at that query", () => {
    expect(namedWithBox(named(1, 2, 3), [person(1), person(2, ["G1.1-b"])])).toEqual(named(1));
    expect(namedWithBox(named(1), null)).toEqual([]);
  });

  it("are told of whoever has none, unless it isn't known who has", () => {
    const all = [1, 2, 3].map((id) => ({ code, person: id, name: `Made-up officer ${id}` }));
    const people = [person(1), person(2, ["G1.1-b"])];
    expect(namedUntold(code, all, people)).toEqual(["Made-up officer 2", "Made-up officer 3"]);
    expect(namedUntold("G1.1-b", all, people)).toEqual([]);
    expect(namedUntold(code, all, null)).toEqual([]);
  });
});

describe("a box of somebody who is told of a query", () => {
  it("is ticked at first where the query names them", () => {
    expect(isTicked(null, 1, 1)).toBe(true);
    expect(isTicked(null, 2, 1)).toBe(false);
  });

  it("is as it was sent once the form was refused", () => {
    const state = refused({ [tellOfQueryField(code, 2)]: ["on"], named: [`${code}:1`] });
    expect(isTicked(state, 1, 1)).toBe(false);
    expect(isTicked(state, 2, 1)).toBe(true);
  });

  it("is ticked where it came only with the refusal: nobody unticked it", () => {
    expect(isTicked(refused({ named: [`${code}:1`] }), 3, 1, 3)).toBe(true);
    expect(isTicked(refused({ named: [""] }), 3, 3)).toBe(true);
    expect(isTicked(refused({ named: [`${code}:13`] }), 3, 3)).toBe(true);
    expect(isTicked(refused({}), 4, 3)).toBe(false);
  });
});
