"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { fieldsGroup } from "@/components/entry/fields/move-focus";
import { sumNames } from "@/components/entry/paste/plan-parts";
import { usePasteParts } from "@/components/entry/paste/use-paste-parts";
import { usePartsRange } from "@/components/entry/range/use-parts-range";
import { isBlank } from "@/components/entry/state/entered";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import { Button } from "@/components/ui/button";
import { type CellKey, formatCellKey, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";
import { PartField } from "./part-field";
import { PartsGrid } from "./parts-grid";
import type { PartsLayout } from "./parts-layout";
import type { RunningSums } from "./running-sums";
import { SumText } from "./sum-text";

/** Adds a category of an open list as a row; the hand goes on in its field. */
function AddCategory({
  id,
  list,
  shown,
  onAdd,
  focusAt,
}: {
  id: string;
  list: DimensionView;
  shown: readonly string[];
  onAdd: (category: string) => void;
  /** How the id of a category's field begins. */
  focusAt: (category: string) => string;
}) {
  const t = useTranslations("entryForm.parts");
  const isAwake = useSheetAwake();
  const [chosen, setChosen] = useState("");
  const rest = list.categories.filter(({ code }) => !shown.includes(code));
  const add = () => {
    if (chosen === "") return;
    onAdd(chosen);
    setChosen("");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[id^="${CSS.escape(focusAt(chosen))}"]`)?.focus());
  };
  return (
    <div className="add-category">
      <label htmlFor={id}>{t("addLabel", { list: list.name.toLocaleLowerCase() })}</label>
      <select id={id} value={chosen} disabled={!isAwake} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{t("addNone")}</option>
        {rest.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <Button onClick={add} disabled={!isAwake || chosen === ""}>
        {t("add")}
      </Button>
    </div>
  );
}

/** One dimension down. Of an open list only what has a value, or was added; each category may open a grid of its own. */
export function PartsList({
  indicator,
  cells,
  sums,
  caption,
  list,
  grid,
}: {
  indicator: EntryIndicator;
  cells: IndicatorCells;
  sums: RunningSums | null;
  caption: string;
  list: DimensionView;
  grid: PartsLayout["grid"];
}) {
  const t = useTranslations("entryForm.parts");
  const { dimensions } = useEntry();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<readonly string[]>([]);
  const given = new Set(
    Object.entries(cells).flatMap(([cell, { typed, stored }]) => {
      const category = isBlank(typed) && isBlank(stored) ? undefined : parseCellKey(cell)?.get(list.code);
      return category === undefined ? [] : [category];
    }),
  );
  // A row that is cleared stays under the hand.
  const [everGiven, setEverGiven] = useState<ReadonlySet<string>>(given);
  const isNew = (code: string) => !everGiven.has(code);
  if ([...given].some(isNew)) setEverGiven(new Set([...everGiven, ...given]));
  const shown = list.categories.filter(({ code }) => !list.open || everGiven.has(code) || added.includes(code));
  const keyOf = (category: string): CellKey => formatCellKey(new Map([[list.code, category]]), dimensions);
  const column = shown.map(({ code }) => [keyOf(code)]);
  const onPaste = usePasteParts(indicator, column, {
    rows: [...shown.map(({ code, name }) => [name, code]), sumNames],
    // Of a country, or another one of the list, the table has the sum alone.
    columns: [sumNames],
  });
  const range = usePartsRange(indicator, column);
  const toggle = (code: string) =>
    setOpen(open.includes(code) ? open.filter((other) => other !== code) : [...open, code]);
  const mayEnter = indicator.abilities.enterValue;
  return (
    <div className="parts">
      {shown.length === 0 && <p className="under">{caption}</p>}
      <div className="scroll" hidden={shown.length === 0}>
        <table className="xt" {...fieldsGroup} {...range.handlers} onPaste={onPaste}>
          <caption>{caption}</caption>
          <tbody>
            {shown.map(({ code, name }) => (
              <Fragment key={code}>
                <tr>
                  <th scope="row">{name}</th>
                  <td className={range.isMarked(keyOf(code)) ? "marked" : undefined}>
                    <PartField indicator={indicator} cell={keyOf(code)} label={name} row={code} column={0} />
                  </td>
                  {grid && (
                    <td className="inner-toggle">
                      <button
                        type="button"
                        className="link"
                        aria-expanded={open.includes(code)}
                        onClick={() => toggle(code)}
                      >
                        {t("toggle", {
                          state: open.includes(code) ? "open" : "shut",
                          dimensions: `${grid.rows.name} × ${grid.columns.name}`.toLocaleLowerCase(),
                          count: 2,
                        })}
                        <span className="vh">: {name}</span>
                      </button>
                    </td>
                  )}
                </tr>
                {grid && open.includes(code) && (
                  <tr>
                    <td colSpan={3} className="inner">
                      <PartsGrid
                        {...{ indicator, cells, sums, rows: grid.rows, columns: grid.columns }}
                        caption={name}
                        around={[[list.code, code]]}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
            {sums && shown.length > 0 && (
              <tr>
                <th scope="row">{t("sum")}</th>
                <td className="sumcell">
                  <SumText sums={sums(totalCell, [list.code])} />
                </td>
                {grid && <td />}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {list.open && mayEnter && (
        <AddCategory
          list={list}
          shown={shown.map(({ code }) => code)}
          id={`${indicator.code}|add|${list.code}`}
          onAdd={(code) => setAdded([...added, code])}
          focusAt={(code) => `${indicator.code}|${keyOf(code)}|`}
        />
      )}
    </div>
  );
}
