import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import * as messages from "@/lib/i18n/messages/en";
import type { ShadowIndicator } from "@/lib/views/commitments/shadow-view";
import { type ShadowBefore, ShadowFields } from "./shadow-fields";

const named = (code: string, ...categories: string[]) => ({
  code,
  name: code,
  open: false,
  categories: categories.map((category) => ({ code: category, name: category })),
});
const indicator = {
  rules: {
    type: "number",
    direction: "increase",
    accumulation: "perPeriod",
    aggregation: "sum",
    aggregationStep: null,
    countsPersons: true,
    decimals: 0,
    stepCount: 0,
    lowest: "0",
    highest: null,
    mayExceedHundred: false,
    unit: "persons",
  },
  unit: "persons",
  steps: [],
  numerator: "",
  denominator: "",
  splits: [
    { code: "sex", dimensions: ["sex"] },
    { code: "sex*age", dimensions: ["sex", "age"] },
  ],
  dimensions: [named("sex", "female", "male"), named("age", "0-17", "18+")],
} as const satisfies ShadowIndicator;

const shown = (element: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  );
const fields = (stored: Partial<ShadowBefore>, errors: Record<string, string> = {}) =>
  shown(
    <ShadowFields
      indicator={indicator}
      stored={{ typed: {}, parts: {}, method: "", ...stored }}
      standing={(_, before = "") => before}
      errorOf={(field) => errors[field] ?? null}
      isRefused={false}
    />,
  );
/** The names of its fields, in order. */
const namesIn = (html: string) =>
  [...html.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name);
const openIn = (html: string) => html.split("<details").filter((each) => / open=""/.test(each.split(">")[0]!)).length;

describe("the fields of a value of civil society", () => {
  it("are the total, and each way to split it without sums, all folded while nothing is typed", () => {
    const html = fields({});
    expect(namesIn(html)).toEqual([
      "total|number",
      "sex=female|number",
      "sex=male|number",
      "sex=female;age=0-17|number",
      "sex=female;age=18+|number",
      "sex=male;age=0-17|number",
      "sex=male;age=18+|number",
      "method",
    ]);
    expect(openIn(html)).toBe(0);
  });

  it("stand open where something is typed or wrong", () => {
    expect(openIn(fields({ typed: { number: "12" } }))).toBe(1);
    const filled = fields({ parts: { "sex=male": { number: "1,127" } } });
    expect(openIn(filled)).toBe(3);
    expect(filled).toContain('value="1,127"');
    const wrong = fields({}, { "sex=male;age=18+|number": "Too few" });
    expect(openIn(wrong)).toBe(3);
    expect(wrong).toContain("Too few");
  });

  it("say where what is stored doesn't add up", () => {
    const [total, sum, difference] = ["40", "1030", "990"].map((count) => ({ from: count, to: count }));
    const differ = [{ measure: "number", total: total!, sum: sum!, difference: difference! }] as const;
    expect(fields({ method: "Counted", differ: [...differ] })).toContain(
      "The parts don’t add up: together 1,030, in total 40, a difference of 990.",
    );
  });
});
