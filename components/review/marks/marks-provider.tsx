"use client";

import { type ReactNode, useMemo } from "react";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import type { Entered, FormState } from "@/lib/schemas/forms/form-state";
import { markFields, seenField, seenIn } from "@/lib/schemas/reports/review-forms";
import type { IsoMoment, ReportAddress } from "@/lib/views/report-view";
import { type Choices, unmarked } from "./choice";
import { MarksContext, useSavedMarks } from "./use-marks";

/** The marks of the page, for the list that sets them and the bar that counts them. */
export function MarksProvider({
  address: { plan, unit, period },
  submission,
  userId,
  codes,
  given,
  readAt,
  action,
  children,
}: {
  address: ReportAddress;
  submission: number;
  /** Who reviews. */
  userId: number;
  /** Of all indicators of the report, in the framework's order, with a space between them. */
  codes: string;
  /** The marks that are stored. */
  given: Choices;
  /** Before they were read. */
  readAt: IsoMoment;
  /** Takes the whole form where there is no script. */
  action: (state: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
}) {
  const reviewer = useMemo(
    () => ({ userId, submission, address: { plan, unit, period } }),
    [userId, submission, plan, unit, period],
  );
  const marks = useMemo(
    () => Object.fromEntries(codes.split(" ").map((code) => [code, given[code] ?? unmarked])),
    [codes, given],
  );
  const [state, send] = useAnsweredState(action);
  const initial = state?.ok === false ? { ...marks, ...choicesEntered(marks, state.entered) } : marks;
  const saved = useSavedMarks(reviewer, marks, readAt, initial);
  const value = useMemo(() => ({ ...saved, form: { state, send } }), [saved, state, send]);
  return <MarksContext value={value}>{children}</MarksContext>;
}

/** What stood in a form that was refused. */
function choicesEntered(marks: Choices, entered: Entered): Choices {
  return Object.fromEntries(
    seenIn(entered[seenField]?.[0] ?? "").flatMap(([code]) => {
      if (!marks[code]) return [];
      const names = markFields(code);
      const mark = entered[names.mark]?.[0];
      const query = entered[names.query]?.[0] ?? "";
      return [[code, { mark: mark === "accept" || mark === "query" ? mark : null, query }]];
    }),
  );
}
