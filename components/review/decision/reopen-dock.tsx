"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction, MoveSubject } from "./move";
import { MoveForm } from "./move-form";

const none = { accepted: 0, queries: [], undecided: [] };

/** Under an approved report: it can be given back to its unit. */
export function ReopenDock({ subject, text, action }: { subject: MoveSubject; text: string; action: FormAction }) {
  const t = useTranslations("review.dock");
  const common = useTranslations("common");
  const [asked, setAsked] = useState(false);
  return (
    <section className="dock" aria-label={t("label")}>
      <div className="wrap">
        <b>{text}</b>
        <div className="end">
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
        </div>
      </div>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t("ask", { move: "reopen", unit: subject.unit })}
        titleId="ask-reopen"
      >
        <MoveForm
          move="reopen"
          subject={subject}
          answers={none}
          action={action}
          cancel={<Button onClick={() => setAsked(false)}>{common("cancel")}</Button>}
        />
      </Dialog>
    </section>
  );
}
