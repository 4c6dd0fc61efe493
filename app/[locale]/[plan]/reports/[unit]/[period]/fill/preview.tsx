"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FillView } from "@/lib/schemas/fill-view";
import { conflictField, openConflicts } from "./answers";
import { Conflicts } from "./conflicts";
import { Fills } from "./fills";
import { Findings } from "./findings";
import { LeftOut } from "./left-out";
import { useFillWords } from "./use-fill-words";

/** What the file would do, with a question for each cell that it can't answer; the button refuses while one is open. */
export function Preview({
  view,
  isFilling,
  reportHref,
  onFill,
}: {
  view: FillView;
  isFilling: boolean;
  reportHref: string;
  onFill: (form: FormData) => void;
}) {
  const t = useTranslations("fill");
  const errors = useTranslations("errors");
  const words = useFillWords(view);
  const [open, setOpen] = useState<readonly number[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const undecided = (index: number) => {
    const { indicator, cell } = view.conflicts[index]!;
    return t("preview.undecided", { indicator, cell: words.cell(cell) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new list, and takes the focus again
  const summary = useMemo(
    () => open.map((index) => ({ fieldId: conflictField(index), message: undecided(index) })),
    [open],
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const left = openConflicts(view, form);
    setOpen(left);
    if (left.length === 0) onFill(form);
  }

  const { fills, same, conflicts, counts, rows } = view;
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>;
  const count = (key: "fills" | "same" | "conflicts" | "unmatched" | "ignored", cells: number) => (
    <li>{t.rich(`preview.${key}`, { count: cells, b })}</li>
  );
  return (
    <section className="block first" aria-labelledby="preview">
      <h2 id="preview" ref={title} tabIndex={-1} className="wrap-anywhere">
        {t("preview.title", { file: view.fileName })}
      </h2>
      <ul className="meta">
        <li>{t.rich("preview.rows", { rows, b })}</li>
        {count("fills", fills.length)}
        {count("conflicts", conflicts.length)}
        {count("same", same.length)}
        {count("unmatched", counts.unmatched)}
        {count("ignored", counts.ignored)}
      </ul>
      <form onSubmit={submit} noValidate className="mt-6">
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        <Conflicts
          conflicts={conflicts}
          words={words}
          errorOf={(index) => (open.includes(index) ? undecided(index) : null)}
        />
        <Fills fills={fills} words={words} />
        <Findings findings={view.findings} words={words} />
        <LeftOut view={view} words={words} />
        {fills.length + conflicts.length > 0 ? (
          <div className="actions">
            <Button look="main" type="submit" aria-disabled={isFilling}>
              {t(isFilling ? "page.filling" : "page.fill")}
            </Button>
            <a href={reportHref}>{t("page.backUnchanged")}</a>
          </div>
        ) : (
          <div className="mt-6">
            <EmptyState title={t("preview.nothing")}>
              <p>{t("preview.nothingLead")}</p>
              <p>
                <a href={reportHref}>{t("page.back")}</a>
              </p>
            </EmptyState>
          </div>
        )}
      </form>
    </section>
  );
}
