"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import { type LateRefusal, LateRefusals } from "@/components/entry/state/late-refusals";
import { Late, lateCode } from "./late-code";

const atFirst: readonly LateRefusal[] = [];
const code = lateCode(() => import("./late-refusals-list").then(({ LateRefusalsList }) => LateRefusalsList), true);

/**
 * What was typed before a line was lost, or the page was read anew, and isn't stored now: which value, why, and the way to
 * its row.
 */
export function LateRefusalsNotice() {
  const t = useTranslations("entryForm.offline");
  const { store } = useEntry();
  const [late] = useState(() => new LateRefusals(store));
  const all = useSyncExternalStore(late.subscribe, late.now, () => atFirst);
  return all.length > 0 && <Late code={code} of={{ all, title: t("refused", { count: all.length }) }} />;
}
