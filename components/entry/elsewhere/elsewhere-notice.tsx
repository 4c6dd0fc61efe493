"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { useEntry } from "@/components/entry/state/entry-session";

const code = lateCode(() => import("./elsewhere-list").then(({ ElsewhereList }) => ElsewhereList), true);

/**
 * Changes from an earlier visit that have no row here, and weren't stored: what they were, why, and the way to let them go. The
 * sheet has a row for all that the person sees, so that none of them leads anywhere.
 */
export function ElsewhereNotice() {
  const t = useTranslations("entryForm.elsewhere");
  const { saver } = useEntry();
  const all = useSyncExternalStore(saver.subscribe, saver.elsewhere, saver.elsewhere);
  const stuck = all.filter(({ problem }) => problem !== null);
  return stuck.length > 0 && <Late code={code} of={{ stuck, title: t("title", { count: stuck.length }) }} />;
}
