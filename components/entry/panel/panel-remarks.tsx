"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import { usePersonName } from "@/components/people/person-name";
import { ToldTo } from "@/components/report/indicator-remarks";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";

const commentSection = "comments-of-indicator";

/** Leads to the comment field of the panel that is shown. */
export function openComments() {
  const section = document.getElementById(commentSection);
  section?.querySelector("details")?.setAttribute("open", "");
  section?.querySelector("textarea")?.focus();
}

export function PanelComments({
  indicator: { comments, abilities },
  form,
}: {
  indicator: EntryIndicator;
  form: ReactNode;
}) {
  const t = useTranslations("entryForm.panel");
  const personName = usePersonName();
  const { recent } = useMoments();
  const { now } = useEntry();
  return (
    <section id={commentSection}>
      <h3>{t("comments")}</h3>
      {comments.length === 0 ? (
        <p className="note">{t("noComment")}</p>
      ) : (
        <ul>
          {comments.map(({ id, author, organisation, at, body, told }) => (
            <li key={id}>
              <span className="note">
                {t("commentBy", {
                  author: personName(author),
                  organisation,
                  when: recent(at, now),
                })}
              </span>
              <br />
              <span className="prose">{body}</span>
              <ToldTo told={told} />
            </li>
          ))}
        </ul>
      )}
      {abilities.addComment && <Fold label={t("addComment")}>{form}</Fold>}
    </section>
  );
}

const firstField = "textarea, input:not([type=hidden])";

/** Closed until it is wanted. Its form stands in the page, so that it opens without a script too. */
function Fold({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const onToggle = ({ currentTarget: details }: React.ToggleEvent<HTMLDetailsElement>) => {
    setOpen(details.open);
    // Whoever opens it wants to write: the hand goes along. A form that opens by itself takes nobody's hand.
    const isPressed = document.activeElement === details.querySelector("summary");
    if (details.open && isPressed) details.querySelector<HTMLElement>(firstField)?.focus();
  };
  return (
    <details className="more" open={isOpen} onToggle={onToggle}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
