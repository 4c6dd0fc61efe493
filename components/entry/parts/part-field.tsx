"use client";

import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import type { EditorProps } from "@/components/values/editor-props";
import { ValueEditor } from "@/components/values/value-editor";

/** The field of one part, or where it can't be entered what it is. */
export function PartField(props: EditorProps) {
  return props.indicator.abilities.enterValue ? <ValueEditor {...props} /> : <ReadOnlyPart {...props} />;
}

function ReadOnlyPart({ indicator, cell }: EditorProps) {
  const { present } = useRowTexts({ ...indicator, cells: { total: indicator.cells[cell]! } });
  return <span className="ro">{indicator.cells[cell] ? present : "–"}</span>;
}
