import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ValueCell } from "@/components/entry/fields/value-cell";
import { SidePanel } from "@/components/entry/panel/side-panel";
import { PartField } from "@/components/entry/parts/part-field";
import { type CellState, cellAtRest } from "@/components/entry/state/cell-state";
import { EntryProvider, type EntrySession } from "@/components/entry/state/entry-session";
import { EntryStore } from "@/components/entry/state/entry-store";
import { Definition } from "@/components/report/definition";
import { errorId } from "@/components/ui/fields/field";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { missingReasons, type Value } from "@/lib/domain/values/value";
import * as messages from "@/lib/i18n/messages/en";
import * as thai from "@/lib/i18n/messages/th";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { ReasonField } from "./missing/reason-field";
import { ValueField } from "./value-field";

// A focal point meets the same indicator in the sheet and on a page of its own, and must not take one for two.

const steps = ["No law", "Draft", "In force"];

function indicatorOf(type: IndicatorType, value?: Value, more: Partial<EntryIndicator> = {}): EntryIndicator {
  const rules = {
    type,
    direction: "increase",
    accumulation: "snapshot",
    aggregation: "notComputable",
    aggregationStep: null,
    countsPersons: true,
    decimals: 0,
    stepCount: type === "milestone" ? steps.length : 0,
    lowest: "0",
    highest: null,
    mayExceedHundred: false,
    unit: type === "number" ? "US dollars" : null,
  } as const;
  return {
    code: "G1-a",
    goal: "G1",
    version: 1,
    title: "Indicator",
    definition: "",
    computation: "",
    source: "",
    responsible: "",
    limits: "",
    numerator: "",
    denominator: "",
    rules,
    unit: rules.unit,
    tables: [],
    steps: type === "milestone" ? steps : [],
    baseline: null,
    target: null,
    note: "",
    earlier: [],
    isAnswered: value !== undefined,
    comments: [],
    evidence: [],
    query: null,
    warnings: [],
    explained: { total: false, values: false },
    cells: value ? { [totalCell]: { value, revision: 1, savedAt: "2017-04-10T07:00:00.000Z" } } : {},
    abilities: { enterValue: true },
    ...more,
  } as unknown as EntryIndicator;
}

const shown = (element: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  );
const inThai = (element: ReactNode) => (
  <NextIntlClientProvider locale="th" messages={thai}>
    {element}
  </NextIntlClientProvider>
);

const action = async () => null;

function inSheet(indicator: EntryIndicator, element: ReactNode, phase?: CellState["phase"]) {
  const { code, rules, cells } = indicator;
  const atRest = Object.entries(cells).map(([cell, view]) => [cell, cellAtRest(rules, view)]);
  const refused = phase && { [totalCell]: { ...cellAtRest(rules, undefined), phase } };
  const store = new EntryStore({ [code]: refused ?? Object.fromEntries(atRest) }, { [code]: rules });
  const forms = { comment: action, evidence: action, removeEvidence: action, reply: action };
  const session = {
    forms,
    store,
    dimensions: [],
    period: "2017",
    hidden: {},
    userId: 1,
    now: "2017-05-01T07:00:00.000Z",
  };
  return shown(<EntryProvider value={session as unknown as EntrySession}>{element}</EntryProvider>);
}

const sheet = (indicator: EntryIndicator, phase?: CellState["phase"]) =>
  inSheet(
    indicator,
    <ValueCell indicator={indicator} isAsked={false} onAsk={() => {}}>
      {null}
    </ValueCell>,
    phase,
  );
const plain = (indicator: EntryIndicator, cell = totalCell, label = "Value") =>
  shown(
    <ValueField {...{ cell, label, indicator, compact: cell !== totalCell }} typed={() => ""} errorOf={() => null} />,
  );
/** What is read on the screen, or read out; not of the key for `<`, which only the sheet can have. */
const wordsOf = (markup: string) =>
  [
    ...markup.replace(/<button[^>]*class="below-key".*?<\/button>/g, "").matchAll(/aria-label="([^"]*)"|>([^<>]+)</g),
  ].map(([, label, text]) => (label ?? text)!.trim());

describe("the sheet and the plain form say the same", () => {
  it("the unit of money, in words, also to whoever only hears the field's name", () => {
    const money = indicatorOf("number", undefined, { currency: "USD" } as Partial<EntryIndicator>);
    expect(wordsOf(plain(money))).toContain("Value (US dollars)");
    expect(wordsOf(sheet(money))).toEqual(expect.arrayContaining(["Indicator (US dollars)", "US dollars"]));
    expect(sheet(money)).not.toContain("USD");
  });

  it("the unit in the language of the page, wherever one is named", () => {
    const money = indicatorOf("number");
    for (const element of [
      <ValueField
        key="form"
        {...{ cell: totalCell, label: "", indicator: money }}
        typed={() => ""}
        errorOf={() => null}
      />,
      <ValueCell key="sheet" indicator={money} isAsked={false} onAsk={() => {}}>
        {null}
      </ValueCell>,
      <SidePanel key="panel" indicator={money} mayTakeOver={false} />,
    ]) {
      const markup = inSheet(money, inThai(element));
      expect(markup).toContain(thai.unit["US dollars"]);
      expect(markup).not.toContain("US dollars");
    }
  });

  it("the two numbers of a percentage", () => {
    const percentage = indicatorOf("percentage");
    expect(wordsOf(plain(percentage))).toEqual(expect.arrayContaining(["Numerator", "of", "Denominator"]));
    expect(wordsOf(sheet(percentage))).toEqual(
      expect.arrayContaining(["Indicator: Numerator", "of", "Indicator: Denominator"]),
    );
    const named = indicatorOf("percentage", undefined, { numerator: "Victims referred", denominator: "All victims" });
    expect(wordsOf(plain(named))).toEqual(expect.arrayContaining(["Victims referred", "All victims"]));
    expect(wordsOf(sheet(named))).toEqual(
      expect.arrayContaining(["Indicator: Victims referred", "Indicator: All victims"]),
    );
    const part = inSheet(
      named,
      <PartField indicator={named} cell="sex=female" label="Female" row="female" column={0} />,
    );
    const names = ["Female: numerator", "of", "Female: denominator"];
    expect(wordsOf(part)).toEqual(names);
    expect(wordsOf(plain(named, "sex=female", "Female"))).toEqual(names);
  });

  it("what stands in a milestone that has none, and its steps", () => {
    const milestone = (value?: Value) => indicatorOf("milestone", value);
    expect(wordsOf(plain(milestone()))).toEqual(
      expect.arrayContaining(["Choose the step reached", "1 of 3: No law", "2 of 3: Draft"]),
    );
    expect(wordsOf(sheet(milestone()))).toContain("Choose the step reached");
    expect(wordsOf(sheet(milestone({ kind: "step", step: 1 })))).toContain("2 of 3: Draft");
  });

  it("yes and no", () => {
    for (const markup of [plain(indicatorOf("yesNo")), sheet(indicatorOf("yesNo"))])
      expect(wordsOf(markup)).toEqual(expect.arrayContaining(["Yes", "No"]));
  });

  it("the reasons why there is none", () => {
    const indicator = indicatorOf("number");
    const words = wordsOf(shown(<ReasonField cell={totalCell} typed={() => ""} errorOf={() => null} />));
    expect(wordsOf(sheet(indicator))).toContain(words[0]);
    const given = missingReasons.flatMap((reason) =>
      wordsOf(sheet(indicatorOf("number", { kind: "missing", reason }))).slice(1, 2),
    );
    expect(words.slice(-given.length)).toEqual(given);
  });

  it.each<[IndicatorType, string]>([
    ["number", "number"],
    ["percentage", "numerator"],
    ["yesNo", "yesNo"],
    ["milestone", "step"],
    ["narrative", "text"],
  ])("why what was entered is refused, to whoever hears the field: %s", (type, field) => {
    const indicator = indicatorOf(type);
    const inForm = shown(
      <ValueField
        {...{ cell: totalCell, label: "Value", indicator }}
        typed={() => ""}
        errorOf={(id) => (id === cellField(totalCell, field) ? "Not so." : null)}
      />,
    );
    expect(inForm).toContain(`aria-describedby="${errorId(cellField(totalCell, field))}"`);
    expect(sheet(indicator, { at: "refused", problem: { key: "reportLocked" }, again: false })).toContain(
      `aria-describedby="${errorId(`${indicator.code}|${totalCell}`)}"`,
    );
  });

  it("what may be entered, and how fewer than five are", () => {
    const indicator = indicatorOf("number");
    const about = [
      shown(<Definition indicator={indicator} period="2017" />),
      inSheet(indicator, <SidePanel indicator={indicator} mayTakeOver={false} />),
    ];
    for (const markup of about) expect(markup).toMatch(/0 US dollars or more, whole numbers only\. .*type &lt;5\./);
  });
});
