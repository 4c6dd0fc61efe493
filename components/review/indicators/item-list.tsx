"use client";

import { use, useEffect, useState } from "react";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { Decision } from "@/components/review/decision/decision";
import { seenField, seenText } from "@/lib/schemas/reports/review-fields";
import { ReviewItem } from "./item";
import { type ItemGroup, type ItemRow, type PackedRow, unpackRow } from "./item-row";
import type { ListPlace } from "./list-place";

/** The indicators of a tab. As rows of data they go to the browser once, and as elements they would a second time. */
export function ItemList({
  groups,
  others,
  place,
  unit,
  isOpen,
}: {
  groups: readonly ItemGroup[];
  /** Of what isn't listed, where a form was sent: what it said of one and isn't stored has to stand somewhere. */
  others: readonly PackedRow[];
  place: ListPlace;
  /** Name of the unit that is asked. */
  unit: string;
  /** The reader may answer them now. */
  isOpen: boolean;
}) {
  // What is needed by whoever has a script alone: as part of each page it would be a weight. Its place is kept.
  const [isAwake, awake] = useState(false);
  useEffect(() => awake(true), []);
  const item = (packed: PackedRow) => drawn(unpackRow(packed));
  const drawn = (row: ItemRow) => (
    <ReviewItem key={row.code} {...{ row, place, isAwake }}>
      {isOpen ? <Decision code={row.code} unit={unit} carried={row.carried ?? false} /> : <GivenAnswer row={row} />}
    </ReviewItem>
  );
  const form = use(AnswersContext)?.form;
  const unlisted = others.filter(([code]) => form?.unsaved.includes(code));
  const seen = seenText([...unlisted, ...groups.flatMap(({ rows }) => rows)].map(unpackRow), form?.seen);
  const lists = groups.map(({ goal, title, rows }) =>
    goal === null ? (
      rows.map(item)
    ) : (
      <section key={goal} aria-labelledby={`goal-${goal}`} className="goal">
        <h2 id={`goal-${goal}`}>
          <span className="code">{goal}</span>
          {` ${title}`}
        </h2>
        {rows.map(item)}
      </section>
    ),
  );
  return (
    <div className={place.mayNote && !isAwake ? "items early" : "items"}>
      {isOpen && <input type="hidden" name={seenField} value={seen} />}
      {unlisted.map(item)}
      {lists}
    </div>
  );
}

/** The answer of a report that can't be changed (any more, or by this person). */
function GivenAnswer({ row: { given, answer, query } }: { row: ItemRow }) {
  return (
    <div className="decide">
      <p className="done">{given}</p>
      {answer === "query" && <p className="done wrap-anywhere whitespace-pre-line">{query}</p>}
    </div>
  );
}
