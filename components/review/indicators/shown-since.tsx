"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, use } from "react";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { filterQuery, type ReviewFilter, shownNow } from "@/components/review/tabs";

/**
 * Says that the tab shows more by now than its list, as after an undoing, with a link to all of it. The list doesn't change by
 * itself: what somebody is at would move, or go.
 */
export function ShownSince({
  filter,
  here,
  others,
  children,
}: {
  filter: ReviewFilter;
  here: string;
  /** Codes of the goal's indicators that aren't listed, with a space between them. */
  others: string;
  /** What stands there as long as the list has them all. */
  children: ReactNode;
}) {
  const t = useTranslations("review.tab");
  const answers = use(AnswersContext);
  // Of what was queried in a submission before, all is listed.
  const now = { choices: answers?.choices ?? null, asked: [], isNoted: () => false };
  const since = shownNow(filter.tab, others === "" ? [] : others.split(" "), now) ?? [];
  const count = since.filter((code) => !answers?.form.unsaved.includes(code)).length;
  return (
    <>
      <div role="status">
        {count > 0 && (
          <p className="mt-4">
            {t("since", { tab: filter.tab, count })} <a href={`${here}${filterQuery(filter)}`}>{t("show")}</a>
          </p>
        )}
      </div>
      {count === 0 && children}
    </>
  );
}
