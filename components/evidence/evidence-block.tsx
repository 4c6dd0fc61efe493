"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { tellStored } from "@/components/offline/stored-here";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { evidenceLimit } from "@/lib/domain/reports/evidence-limit";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { FileOutcome } from "@/lib/schemas/reports/evidence-forms";
import type { EvidenceView, ReportAddress } from "@/lib/views/report-view";
import { EvidenceFiles } from "./evidence-files";
import { EvidenceItem } from "./evidence-item";
import { useEvidenceText } from "./use-evidence-text";
import { useAddedFiles } from "./use-uploads";

type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export interface EvidenceBlockProps {
  evidence: readonly EvidenceView[];
  address: ReportAddress;
  /** Code of what it backs; null for the report as a whole. */
  indicator: string | null;
  userId: number;
  /** Whether they may add any now; and take away what others added. */
  may: { add: boolean; removeAll: boolean };
  remove: FormAction;
  /** The form for a link: `LinkForm`, which a page may bring late. */
  link: ReactNode;
  /** Whether it stands open from the start. */
  isLinkOpen?: boolean;
  outcome?: FileOutcome;
}

/** What backs an indicator's values or the report, wherever it is worked on: the list, and forms that add to it. */
export function EvidenceBlock(props: EvidenceBlockProps) {
  const { evidence, address, indicator, userId, may, link, isLinkOpen = false, outcome = null } = props;
  const t = useTranslations("sourceFiles.evidence");
  const locale = useLocale();
  const hidden = { plan: address.plan, unit: address.unit, period: address.period, locale };
  const isFull = evidence.length >= evidenceLimit;
  return (
    <>
      <EvidenceList {...props} hidden={hidden} />
      {may.add && isFull && <p className="note">{t("full", { most: evidenceLimit })}</p>}
      {may.add && !isFull && (
        <>
          <EvidenceFiles {...{ address, indicator, userId, outcome }} />
          <Later label={t("link.open")} isOpen={isLinkOpen}>
            {link}
          </Later>
        </>
      )}
    </>
  );
}

/** One form around all: each button takes away the document beside it. */
function EvidenceList({
  evidence,
  address,
  indicator,
  userId,
  may,
  remove,
  hidden,
}: EvidenceBlockProps & { hidden: Record<string, string> }) {
  const t = useTranslations("sourceFiles.evidence");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(remove, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  const { queue, added } = useAddedFiles(address, { indicator, userId });
  useEffect(() => {
    if (!state?.ok) return;
    tellStored(indicator ?? undefined);
    queue.forgetAdded();
  }, [state, indicator, queue]);
  const textOf = useEvidenceText(address);
  const mayRemove = ({ byId }: EvidenceView) => may.removeAll || (may.add && byId === userId);
  return (
    <form action={send} data-goes-on=".msg">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {state?.ok && added === 0 && (
        <Notice tone="ok" live id="evidence-removed">
          <p>{t("done", { done: state.message?.key ?? "removed" })}</p>
        </Notice>
      )}
      {evidence.length === 0 ? (
        <p className="note">{t("none")}</p>
      ) : (
        <ul className="evidence-list">
          {evidence.map((one) => (
            <EvidenceItem
              key={one.id}
              text={textOf(one)}
              after={
                mayRemove(one) && (
                  <details className="command">
                    <summary className="btn btn-text">
                      {t("remove")} …<span className="vh"> {one.title}</span>
                    </summary>
                    <div className="panel">
                      <p>{t("removeMeaning", { kind: one.file ? "file" : "link" })}</p>
                      <div className="actions">
                        <Button type="submit" name="evidence" value={one.id} aria-disabled={sending}>
                          {t("removeConfirm")}
                          <span className="vh"> {one.title}</span>
                        </Button>
                      </div>
                    </div>
                  </details>
                )
              }
            />
          ))}
        </ul>
      )}
    </form>
  );
}

/** Closed until it is wanted. Its form stands in the page, so that it opens without a script too. */
function Later({ label, isOpen: isGiven, children }: { label: string; isOpen: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(isGiven);
  const onToggle = ({ currentTarget: details }: React.ToggleEvent<HTMLDetailsElement>) => {
    setOpen(details.open);
    // Whoever opens it wants to write: the hand goes along. A form that opens by itself takes nobody's hand.
    const isPressed = document.activeElement === details.querySelector("summary");
    if (details.open && isPressed) details.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  };
  return (
    <details className="more off-paper" open={isOpen} onToggle={onToggle}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
