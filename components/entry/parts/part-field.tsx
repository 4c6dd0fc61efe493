"use client";

import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { useCell } from "@/components/entry/state/entry-session";
import type { EditorProps } from "@/components/values/editor-props";
import { ValueEditor } from "@/components/values/value-editor";

/** The field of one part, or where it can't be entered what it is. */
export function PartField(props: EditorProps) {
  const { indicator, cell } = props;
  const { carried, phase } = useCell({ indicator: indicator.code, cell });
  if (!indicator.abilities.enterValue) return <ReadOnlyPart {...props} />;
  return (
    <div className={carried && phase.at === "rest" ? "carried" : undefined}>
      <ValueEditor {...props} />
    </div>
  );
}

function ReadOnlyPart({ indicator, cell }: EditorProps) {
  const { present } = useRowTexts({ ...indicator, cells: { total: indicator.cells[cell]! } });
  return <span className="ro">{indicator.cells[cell] ? present() : "–"}</span>;
}
