"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Textarea } from "@/components/ui/fields/textarea";
import { longestObservation, replyKinds } from "@/lib/domain/commitments/observation";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { EvidenceFields } from "./evidence/evidence-fields";
import { type FormAction, KeptForm } from "./kept/kept-form";

/** A unit's reply: kept as a draft, or sent by whoever may. */
export function ReplyForm({
  view: { unit, visibility, draftReply, may },
  drafted,
  hidden,
  words,
  here,
  action,
}: {
  view: Pick<WorkingObservationView, "unit" | "visibility" | "draftReply" | "may">;
  /** Who wrote the draft and when, in words; null where there is none. */
  drafted: string | null;
  hidden: Record<string, string | number>;
  words: WordsPlace;
  here: string;
  action: FormAction;
}) {
  const t = useTranslations("observations");
  return (
    <KeptForm {...{ action, hidden, words, here }}>
      {({ standing, errorOf, idOf, sending, lookedAt }) => (
        <>
          {drafted && <p className="note">{drafted}</p>}
          <Radios
            id="kind"
            name="kind"
            label={t("reply.kind", { unit: unit.name })}
            error={errorOf("kind")}
            defaultValue={standing("kind", draftReply?.kind)}
            options={replyKinds.map((kind) => ({
              value: kind,
              label: t(`replyKind.${kind}`),
              hint: t(`replyKindHint.${kind}`),
            }))}
          />
          <Textarea
            id="body"
            name="body"
            rows={6}
            maxLength={longestObservation}
            label={t("reply.body")}
            hint={t("reply.bodyHint", { limit: longestObservation, visibility })}
            error={errorOf("body")}
            defaultValue={standing("body", draftReply?.body)}
          />
          <EvidenceFields
            fields={{ standing, errorOf, idOf }}
            stored={draftReply?.evidence}
            hint={t("evidence.replyHint")}
          />
          <p className="note">{t(may.sendReply ? "reply.final" : "reply.draftOnly")}</p>
          {lookedAt}
          <div className="actions">
            <Button
              type="submit"
              name="next"
              value="keep"
              look={may.sendReply ? "plain" : "main"}
              aria-disabled={sending}
            >
              {t("reply.saveDraft")}
            </Button>
            {may.sendReply && (
              <Button look="main" type="submit" name="next" value="send" aria-disabled={sending}>
                {t("reply.send")}
              </Button>
            )}
          </div>
        </>
      )}
    </KeptForm>
  );
}
