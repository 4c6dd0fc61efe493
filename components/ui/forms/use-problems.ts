"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import type { Moments } from "@/lib/i18n/moments";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState, Message } from "@/lib/schemas/forms/form-state";
import type { SummaryError } from "./error-summary";

/** What a refused form says: one list for the summary at the top, and each field's own sentence. Field ids are field names. */
export function useProblems(state: FormState): { summary: SummaryError[]; errorOf: (field: string) => string | null } {
  const t = useTranslations("errors");
  const moments = useMoments();
  const formats = formatsOf(useLocale());
  return useMemo(() => {
    if (state === null || state.ok) return { summary: [], errorOf: () => null };
    const { refusal, problems } = state;
    const sentence = ({ key, args }: Message) =>
      t(key as Parameters<typeof t>[0], args && asRead(args, moments, formats));
    const summary = problems.map((problem) => ({ fieldId: problem.field, message: sentence(problem) }));
    return {
      summary:
        summary.length > 0
          ? summary
          : [{ fieldId: null, message: sentence({ key: refusal.code, args: { ...refusal.args } }) }],
      errorOf: (field) => summary.find(({ fieldId }) => fieldId === field)?.message ?? null,
    };
  }, [state, t, moments, formats]);
}

/** A moment or a day in a refusal, as it is read. */
function asRead(args: object, { moment }: Moments, { day }: Formats): Message["args"] {
  if ("at" in args && typeof args.at === "string") return { ...args, at: moment(args.at) };
  const days = Object.entries(args).flatMap(([name, value]) =>
    (name === "startsOn" || name === "endsOn") && typeof value === "string" ? [[name, day(value)]] : [],
  );
  return { ...args, ...Object.fromEntries(days) };
}
