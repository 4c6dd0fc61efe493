"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ImportView } from "@/lib/views/import-view";
import type { Problem } from "./send-file";
import { useImportWords } from "./use-import-words";

/** What happened and what to do. `view` is the preview that was answered, if it was about one. */
export function ProblemNotice({ problem, view }: { problem: Problem; view: ImportView | null }) {
  const t = useTranslations("import");
  const words = useImportWords(view ?? { indicators: [], dimensions: [] });
  if (problem.about === "server")
    return (
      <Notice tone="error" live>
        <p>{t("page.unreached")}</p>
      </Notice>
    );
  if (problem.about === "file")
    return (
      <Notice tone="error" live>
        <p className="wrap-anywhere">{words.refusal(problem.message, problem.name)}</p>
      </Notice>
    );
  return (
    <Notice tone="error" title={words.problem(problem.message)} live>
      {problem.cells.map(({ indicator, cell, code }) => (
        <p key={`${indicator} ${cell} ${code}`}>
          {t("preview.problem", { indicator, cell: words.cell(cell), problem: t(`problem.${code}`) })}
        </p>
      ))}
      {view && <p>{t("page.again")}</p>}
    </Notice>
  );
}
