"use client";

import { useTranslations } from "next-intl";
import { EvidenceFields } from "@/components/observations/evidence/evidence-fields";
import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Textarea } from "@/components/ui/fields/textarea";
import { recommendationAnswers } from "@/lib/domain/commitments/recommendation";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { RespondingView } from "@/lib/views/commitments/recommendation-view";

/** A unit's answer: kept as a draft, or given by whoever may. */
export function AnswerForm({
  responding: {
    unit,
    draft,
    may: { send },
  },
  ...form
}: {
  responding: RespondingView;
  hidden: Record<string, string | number>;
  here: string;
  words: WordsPlace;
  action: FormAction;
}) {
  const t = useTranslations("youth");
  const names = useTranslations("observations");
  return (
    <KeptForm {...form} of={unit.code}>
      {({ standing, errorOf, idOf, sending, lookedAt }) => (
        <>
          <Radios
            id={idOf("answer")}
            name="answer"
            label={t("respond.answer", { unit: unit.name })}
            error={errorOf("answer")}
            defaultValue={standing("answer", draft?.answer)}
            options={recommendationAnswers.map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
          <Textarea
            id={idOf("body")}
            name="body"
            rows={4}
            maxLength={longestRemark}
            label={t("respond.body")}
            hint={t("respond.bodyHint")}
            error={errorOf("body")}
            defaultValue={standing("body", draft?.body)}
          />
          <EvidenceFields
            fields={{ standing, errorOf, idOf }}
            stored={draft?.evidence}
            hint={names("evidence.replyHint")}
          />
          <p className="note">{t(send ? "respond.final" : "respond.draftOnly")}</p>
          {lookedAt}
          <div className="actions">
            <Button type="submit" name="next" value="keep" look={send ? "plain" : "main"} aria-disabled={sending}>
              {t("respond.keep")}
            </Button>
            {send && (
              <Button look="main" type="submit" name="next" value="send" aria-disabled={sending}>
                {t("respond.send")}
              </Button>
            )}
          </div>
        </>
      )}
    </KeptForm>
  );
}
