"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import { type KeptWords, wordsPlace } from "@/components/report/kept/kept-words";
import { isStoredRemark } from "@/components/report/kept/stored-remarks";
import { RemarkForm } from "@/components/report/remark-form";
import { TextField } from "@/components/ui/fields/text-field";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { EvidenceView } from "@/lib/views/report-view";
import type { SiteDocument } from "@/lib/views/site/site-document";

interface LinkFormProps {
  evidence: readonly EvidenceView[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Among them where the report stands, and the indicator's code; empty for the report as a whole. */
  hidden: Record<string, string>;
  /** Who writes: the browser keeps the words of each. */
  userId: number;
  /** Before its fields: what fills them in. */
  pick?: ReactNode;
  /** What they hold as long as nobody writes. */
  chosen?: SiteDocument | null;
}

/** A link. What is written of one that backs the report as a whole stays in the form alone. */
export function LinkForm({ evidence, action, hidden, userId, pick, chosen = null }: LinkFormProps) {
  const t = useTranslations("sourceFiles.evidence.link");
  const isStored = useCallback((words: KeptWords) => isStoredRemark("evidence", words, evidence), [evidence]);
  const words = hidden.indicator === "" ? null : wordsPlace(userId, hidden, `evidence ${hidden.indicator}`);
  return (
    <div>
      {pick}
      <RemarkForm {...{ action, hidden, words, isStored }} submit={t("add")}>
        {({ typed, errorOf }) => (
          <>
            <TextField
              id="title"
              name="title"
              label={t("title")}
              error={errorOf("title")}
              defaultValue={typed("title", chosen?.title)}
            />
            <TextField
              id="url"
              name="url"
              label={t("url")}
              hint={t("urlHint")}
              error={errorOf("url")}
              defaultValue={typed("url", chosen?.url)}
            />
          </>
        )}
      </RemarkForm>
    </div>
  );
}
