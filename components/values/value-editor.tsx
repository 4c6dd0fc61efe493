"use client";

import type { ReactNode } from "react";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { EditorProps } from "./editor-props";
import { MilestoneEditor } from "./milestone/milestone-editor";
import { NarrativeEditor } from "./narrative/narrative-editor";
import { NumberEditor } from "./number/number-editor";
import { PercentageEditor } from "./percentage/percentage-editor";
import { YesNoEditor } from "./yes-no/yes-no-editor";

const editors: Record<IndicatorType, (props: EditorProps) => ReactNode> = {
  number: NumberEditor,
  percentage: PercentageEditor,
  yesNo: YesNoEditor,
  milestone: MilestoneEditor,
  narrative: NarrativeEditor,
};

/** The fields of one cell in the sheet: of a row, or of one of its parts. */
export function ValueEditor(props: EditorProps) {
  const Editor = editors[props.indicator.rules.type];
  return <Editor {...props} />;
}
