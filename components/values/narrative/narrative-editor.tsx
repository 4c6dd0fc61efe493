"use client";

import { CellFields, fieldId, isBrowserUndo, useFault } from "@/components/entry/fields/cell-fields";
import { fieldAt } from "@/components/entry/fields/move-focus";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { TextBox } from "@/components/ui/fields/text-box";
import type { EditorProps } from "@/components/values/editor-props";

export function NarrativeEditor({ indicator: { code, rules }, cell, label, row, column }: EditorProps) {
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const place = { indicator: code, cell };
  const { typed } = useCell(place);
  const id = fieldId(place, "text");
  return (
    <CellFields place={place} className="narrative-field">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <TextBox
        id={id}
        rows={4}
        value={textIn(typed, "text")}
        readOnly={!isAwake}
        {...useFault(place, "text")}
        {...fieldAt(row, column)}
        onChange={(event) => {
          if (isBrowserUndo(event)) return;
          store.dispatch(place, { type: "typed", entered: withText(rules.type, typed, "text", event.target.value) });
        }}
      />
    </CellFields>
  );
}
