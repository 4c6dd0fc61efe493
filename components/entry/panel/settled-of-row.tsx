"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import type { MendAnswer } from "@/components/report/check/mend-answer";
import { SettledList } from "@/components/report/settled-queries";
import { madeFor } from "@/lib/schemas/forms/made-for";

/** What was asked about an indicator in submissions before, and what was replied: asked for once it is drawn. */
export function SettledOfRow({ code }: { code: string }) {
  const t = useTranslations("entryForm.revisions");
  const { hidden, userId } = useEntry();
  const [loaded, setLoaded] = useState<MendAnswer["settled"] | "failed" | null>(null);
  const { plan, unit, period, locale } = hidden;
  useEffect(() => {
    const ending = new AbortController();
    const read = async () => {
      try {
        const path = `/api/reports/${plan}/${unit}/${period}/indicators/${code}?locale=${locale}`;
        const response = await fetch(path, { headers: madeFor(userId), signal: ending.signal });
        setLoaded(response.ok ? ((await response.json()) as MendAnswer).settled : "failed");
      } catch {
        if (!ending.signal.aborted) setLoaded("failed");
      }
    };
    void read();
    return () => ending.abort();
  }, [code, plan, unit, period, locale, userId]);
  if (loaded === null || loaded === "failed")
    return <p className="note">{t(loaded === null ? "loading" : "failed")}</p>;
  return <SettledList queries={loaded} />;
}
