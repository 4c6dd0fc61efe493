"use client";

import { type ReactNode, useMemo } from "react";
import { type Named, useNaming } from "@/components/review/tell/use-naming";
import { usePeopleToAsk } from "@/components/review/tell/use-people-to-ask";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { IsoMoment, NamedPerson, ReportAddress } from "@/lib/views/report-view";
import type { AcceptanceView } from "@/lib/views/review-view";
import { type Choices, noAnswer } from "./choice";
import { afterRefusal } from "./refused-form";
import { overBy } from "./send-answer";
import { closed, useActs } from "./use-acts";
import { AnswersContext, useSavedAnswers } from "./use-answers";
import { useArrived } from "./use-arrived";
import { useColleagues } from "./use-colleagues";

/** The answers of the page, for the list that sets them and the bar that counts them. */
export function AnswersProvider({
  address: { plan, unit, period },
  submission,
  userId,
  codes,
  given,
  clean,
  offered,
  carried,
  acceptances,
  named,
  reviewers,
  readAt,
  action,
  children,
}: {
  address: ReportAddress;
  submission: number;
  /** Who reviews. */
  userId: number;
  /** Of all indicators of the report: a line for each goal, with a space between them. */
  codes: string;
  /** The answers that are stored. */
  given: Choices;
  /** Of those that can be accepted at once, with a space between them. */
  clean: string;
  /** Those of them that the page offers to accept so, as `clean`. */
  offered: string;
  /** Of those that were accepted in a submission before, as `clean`. */
  carried: string;
  acceptances: AcceptanceView[];
  /** Whom the stored queries name. */
  named: Named;
  /** Who else reviews it, where queries are stored. */
  reviewers: readonly Pick<NamedPerson, "id" | "name">[];
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
  const answers = useMemo(
    () => Object.fromEntries(codes.split(/\s/).map((code) => [code, given[code] ?? noAnswer])),
    [codes, given],
  );
  const [state, send] = useAnsweredState(action);
  const initial = state?.ok === false ? afterRefusal(answers, state) : { choices: answers, seen: {}, unsaved: [] };
  const saved = useSavedAnswers(reviewer, answers, readAt, initial);
  const heard = useArrived(saved);
  const { acts, hearing } = useActs({ ...saved, learn: heard.learn }, reviewer, { clean, offered, given: acceptances });
  const { hearNames, ...naming } = useNaming(saved, reviewer, named);
  const colleagues = useColleagues(saved, heard, reviewer, carried, { ...hearing, hearNames });
  const people = usePeopleToAsk(reviewer, hearNames);
  const refused = saved.overtaken?.problem;
  const over = colleagues.over ?? (refused ? overBy(refused) : null);
  const value = {
    ...saved,
    ...acts,
    ...colleagues,
    over,
    counted: over ? saved.atServer() : saved.choices,
    ...(over ? { atOnce: closed(acts.atOnce) } : {}),
    ...people,
    ...naming,
    reviewers,
    form: { state, send, ...initial },
  };
  return <AnswersContext value={value}>{children}</AnswersContext>;
}
