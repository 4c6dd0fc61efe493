"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatsOf } from "@/lib/i18n/formats";
import type { Messages } from "@/lib/i18n/messages";
import { inUnitsNamed, naming } from "@/lib/i18n/unit-naming";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState, Message } from "@/lib/schemas/forms/form-state";
import { asRead } from "./as-read";
import type { SummaryError } from "./error-summary";

type Unit = keyof Messages["unit"];

/** What a refused form says: one list for the summary at the top, and each field's own sentence. Field ids are field names. */
export function useProblems(state: FormState): { summary: SummaryError[]; errorOf: (field: string) => string | null } {
  const t = useTranslations("errors");
  // All words, for only pages with values are sent the names of units.
  const words = useTranslations();
  const moments = useMoments();
  const formats = formatsOf(useLocale());
  return useMemo(() => {
    if (state === null || state.ok) return { summary: [], errorOf: () => null };
    const { refusal, problems } = state;
    const unitName = naming(
      Object.assign((key: Unit) => words(`unit.${key}`), { has: (key: Unit) => words.has(`unit.${key}`) }),
    );
    const sentence = ({ key, args }: Message) =>
      t(key as Parameters<typeof t>[0], args && asRead(inUnitsNamed(args, unitName), moments, formats));
    const summary = problems.map((problem) => ({ fieldId: problem.field, message: sentence(problem) }));
    return {
      summary:
        summary.length > 0
          ? summary
          : [{ fieldId: null, message: sentence({ key: refusal.code, args: { ...refusal.args } }) }],
      errorOf: (field) => summary.find(({ fieldId }) => fieldId === field)?.message ?? null,
    };
  }, [state, t, words, moments, formats]);
}
