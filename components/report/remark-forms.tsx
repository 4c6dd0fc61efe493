"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CommentView, EvidenceView, QueryView } from "@/lib/views/report-view";
import { type KeptWords, wordsPlace } from "./kept/kept-words";
import { isStoredRemark } from "./kept/stored-remarks";
import { RemarkForm } from "./remark-form";

interface Sent {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Among them where the report stands, and the indicator's code. */
  hidden: Record<string, string>;
  /** Who writes: the browser keeps the words of each. */
  userId: number;
}

const wordsOf = ({ hidden, userId }: Sent, form: string) => wordsPlace(userId, hidden, `${form} ${hidden.indicator}`);

export function CommentForm({ comments, ...sent }: Sent & { comments: readonly CommentView[] }) {
  const t = useTranslations("entry.comment");
  const isStored = useCallback((words: KeptWords) => isStoredRemark("comment", words, comments), [comments]);
  return (
    <RemarkForm {...sent} words={wordsOf(sent, "comment")} isStored={isStored} submit={t("add")}>
      {({ typed, errorOf }) => (
        <>
          <Textarea
            id="body"
            name="body"
            rows={3}
            label={t("label")}
            error={errorOf("body")}
            defaultValue={typed("body")}
          />
          <Checkbox name="isPublic" label={t("public")} defaultChecked={typed("isPublic") !== ""} />
        </>
      )}
    </RemarkForm>
  );
}

export function EvidenceForm({ evidence, ...sent }: Sent & { evidence: readonly EvidenceView[] }) {
  const t = useTranslations("entry.evidence");
  const isStored = useCallback((words: KeptWords) => isStoredRemark("evidence", words, evidence), [evidence]);
  return (
    <RemarkForm {...sent} words={wordsOf(sent, "evidence")} isStored={isStored} submit={t("add")}>
      {({ typed, errorOf }) => (
        <>
          <TextField
            id="title"
            name="title"
            label={t("titleLabel")}
            error={errorOf("title")}
            defaultValue={typed("title")}
          />
          <TextField
            id="url"
            name="url"
            label={t("url")}
            hint={t("urlHint")}
            error={errorOf("url")}
            defaultValue={typed("url")}
          />
          <Select
            id="visibility"
            name="visibility"
            label={t("visibility")}
            error={errorOf("visibility")}
            defaultValue={typed("visibility", "internal")}
            options={[
              { value: "internal", label: t("internal") },
              { value: "public", label: t("public") },
            ]}
          />
        </>
      )}
    </RemarkForm>
  );
}

/** @param suffix of the field's id, where several queries stand on a page */
export function ReplyForm({ query, suffix = "", ...sent }: Sent & { query: QueryView; suffix?: string }) {
  const t = useTranslations("entry.query");
  const isStored = useCallback((words: KeptWords) => isStoredRemark("reply", words, query), [query]);
  return (
    <RemarkForm {...sent} suffix={suffix} words={wordsOf(sent, "reply")} isStored={isStored} submit={t("send")}>
      {({ typed, errorOf }) => (
        <Textarea
          id={`reply${suffix}`}
          name="reply"
          rows={3}
          label={t("reply")}
          error={errorOf("reply")}
          defaultValue={typed("reply")}
        />
      )}
    </RemarkForm>
  );
}
