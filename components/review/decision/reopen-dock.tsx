"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { dockId } from "@/components/layout/use-focus-in-view";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction, TransitionSubject } from "./transition";
import { TransitionForm } from "./transition-form";

const none = { accepted: 0, queries: [], undecided: [] };

/** Under an approved report: it can be given back to its unit. */
export function ReopenDock({
  subject,
  text,
  action,
}: {
  subject: TransitionSubject;
  text: string;
  action: FormAction;
}) {
  const t = useTranslations("review.dock");
  const common = useTranslations("common");
  const answers = useTranslations("review.answers");
  const [asked, setAsked] = useState(false);
  const [isOver, setOver] = useState(false);
  return (
    <section id={dockId} className="dock" aria-label={t("label")}>
      <div className="wrap">
        <b>{text}</b>
        <div className="end">
          {isOver ? (
            <a href={subject.here}>{answers("isOver")}</a>
          ) : (
            <ButtonLink
              href={`${subject.here}/reopen`}
              aria-haspopup="dialog"
              onClick={(event) => {
                event.preventDefault();
                setAsked(true);
              }}
            >
              {t("reopen")}
            </ButtonLink>
          )}
        </div>
      </div>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t("ask", { transition: "reopen", unit: subject.unit })}
        titleId="ask-reopen"
      >
        <TransitionForm
          transition="reopen"
          subject={subject}
          answers={none}
          action={action}
          onEnded={() => setOver(true)}
          cancel={<Button onClick={() => setAsked(false)}>{common("cancel")}</Button>}
        />
      </Dialog>
    </section>
  );
}
