"use client";

import { useTranslations } from "next-intl";
import { summaryOf } from "@/components/review/answers/choice";
import { useAnswers } from "@/components/review/answers/use-answers";

/** How the answers stand at this moment, as the bar says it, which is on no paper. */
export function CountsOnPaper() {
  const t = useTranslations("review.dock");
  const { accepted, queries, undecided } = summaryOf(useAnswers().counted);
  return <p>{t("counts", { accepted, queries: queries.length, undecided: undecided.length })}</p>;
}
