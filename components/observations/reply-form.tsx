"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Textarea } from "@/components/ui/fields/textarea";
import type { ReplyKind } from "@/lib/domain/commitments/observation";
import type { DraftReplyView } from "@/lib/views/commitments/observation-view";
import { EvidenceFields } from "./evidence/evidence-fields";
import { type FormAction, KeptForm } from "./kept/kept-form";

/** A unit's reply to an observation, or to a point of a platform's report: kept as a draft, or sent by whoever may. */
export function ReplyForm({
  unit,
  kinds,
  body,
  draft,
  drafted,
  maySend,
  hidden,
  words,
  here,
  action,
}: {
  /** The name of whose reply it is. */
  unit: string;
  kinds: readonly { value: ReplyKind; label: string; hint?: string }[];
  /** Of its words: how many letters they have at most, and who reads them. */
  body: { limit: number; hint: string };
  draft: DraftReplyView | null;
  /** Who wrote the draft and when, in words; null where there is none. */
  drafted: string | null;
  maySend: boolean;
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
          {drafted && <p className="note mb-3">{drafted}</p>}
          <Radios
            id="kind"
            name="kind"
            label={t("reply.kind", { unit })}
            error={errorOf("kind")}
            defaultValue={standing("kind", draft?.kind)}
            options={[...kinds]}
          />
          <Textarea
            id="body"
            name="body"
            rows={6}
            maxLength={body.limit}
            label={t("reply.body")}
            hint={body.hint}
            error={errorOf("body")}
            defaultValue={standing("body", draft?.body)}
          />
          <EvidenceFields
            fields={{ standing, errorOf, idOf }}
            stored={draft?.evidence}
            hint={t("evidence.replyHint")}
          />
          <p className="note">{t(maySend ? "reply.final" : "reply.draftOnly")}</p>
          {lookedAt}
          <div className="actions">
            <Button type="submit" name="next" value="keep" look={maySend ? "plain" : "main"} aria-disabled={sending}>
              {t("reply.saveDraft")}
            </Button>
            {maySend && (
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
