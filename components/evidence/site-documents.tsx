"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { TextField } from "@/components/ui/fields/text-field";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { siteDocumentsPath } from "@/lib/schemas/reports/evidence-paths";
import type { SiteDocument } from "@/lib/views/site/site-document";

/** Picks a document of this site by its title, for the form beside it. The list is asked for when it is opened; without a script the page has it then. */
export function SiteDocuments({
  hidden: { plan = "", unit = "", period = "", indicator = "" },
  userId,
  plain: { href, list },
}: {
  hidden: Record<string, string>;
  userId: number;
  /** For whoever has no script: where the list is asked for, and the list once it was. */
  plain: { href: string; list?: ReactNode };
}) {
  const t = useTranslations("sourceFiles.evidence.link.document");
  const box = useRef<HTMLDetailsElement>(null);
  const fill = (picked: SiteDocument) => {
    for (const name of ["title", "url"] as const) {
      const input = box.current?.parentElement?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (!input) continue;
      input.value = picked[name];
      // As if it were typed, so that the browser keeps it.
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const locale = useLocale();
  const isAwake = useIsAwake();
  const [read, setRead] = useState<readonly SiteDocument[] | "failed" | null>(null);
  const ask = async () => {
    setRead(null);
    try {
      const path = siteDocumentsPath({ plan, unit, period }, { indicator, locale });
      const response = await fetch(path, { headers: madeFor(userId) });
      setRead(response.ok ? ((await response.json()) as SiteDocument[]) : "failed");
    } catch {
      setRead("failed");
    }
  };
  return (
    <details
      ref={box}
      className="more"
      open={list !== undefined}
      onToggle={({ currentTarget: { open } }) => {
        if (open && list === undefined && (read === null || read === "failed")) void ask();
      }}
    >
      <summary>{t("open")}</summary>
      {list ??
        (!isAwake ? (
          <p>
            <a href={href}>{t("list")}</a>
          </p>
        ) : read === null || read === "failed" ? (
          <p role="status" className="note">
            {t(read === null ? "loading" : "failed")}
          </p>
        ) : (
          <DocumentSearch documents={read} onPick={fill} />
        ))}
    </details>
  );
}

function DocumentSearch({
  documents,
  onPick,
}: {
  documents: readonly SiteDocument[];
  onPick: (document: SiteDocument) => void;
}) {
  const t = useTranslations("sourceFiles.evidence.link.document");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Whoever opened it wants to search: the hand goes along.
  useEffect(() => {
    if (document.activeElement?.matches("summary")) input.current?.focus();
  }, []);
  const [picked, setPicked] = useState<SiteDocument | null>(null);
  if (documents.length === 0) return <p className="note">{t("none")}</p>;
  return (
    <>
      <TextField
        id={id}
        ref={input}
        label={t("label")}
        hint={t("hint", { count: documents.length })}
        list={`${id}-list`}
        autoComplete="off"
        onChange={({ target: { value } }) => {
          const found = documents.find(({ title }) => title === value.trim()) ?? null;
          setPicked(found);
          if (found) onPick(found);
        }}
      />
      <p role="status" className={picked ? "note" : "vh"}>
        {picked && t("filled")}
      </p>
      <datalist id={`${id}-list`}>
        {documents.map(({ key, title }) => (
          <option key={key} value={title} />
        ))}
      </datalist>
    </>
  );
}
