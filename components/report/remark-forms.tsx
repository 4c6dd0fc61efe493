"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CommentView, PersonToTell } from "@/lib/views/report-view";
import { type KeptWords, wordsPlace } from "./kept/kept-words";
import { isStoredRemark } from "./kept/stored-remarks";
import { RemarkForm } from "./remark-form";
import { TellPeople } from "./tell/tell-people";
import { TellingBox } from "./tell/telling-box";
import { usePeopleToTell } from "./tell/use-people-to-tell";

export interface Sent {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Among them where the report stands, and the indicator's code. */
  hidden: Record<string, string>;
  /** Who writes: the browser keeps the words of each. */
  userId: number;
}

export const wordsOf = ({ hidden, userId }: Sent, form: string) =>
  wordsPlace(userId, hidden, `${form} ${hidden.indicator}`);

/**
 * @param people who may be told, where the page has them: else they are asked for when somebody begins to write
 * @param areShown whether the comments stand beside it: of others nobody has seen what they were told
 * @param suffix of the fields' ids, where several such forms stand on a page
 */
export function CommentForm({
  comments,
  people: given,
  areShown = true,
  suffix = "",
  ...sent
}: Sent & { comments: readonly CommentView[]; people?: readonly PersonToTell[]; areShown?: boolean; suffix?: string }) {
  const t = useTranslations("entry.comment");
  const place = wordsOf(sent, "comment");
  const { people, ask, isComing, isAwaited, awaited } = usePeopleToTell(sent, place, comments, given);
  const lastComment = `${areShown ? Math.max(0, ...comments.map(({ id }) => id)) : 0}`;
  const isAwake = useIsAwake();
  const isStored = useCallback((words: KeptWords) => isStoredRemark("comment", words, comments), [comments]);
  return (
    <RemarkForm
      {...sent}
      hidden={{ ...sent.hidden, lastComment }}
      suffix={suffix}
      words={place}
      isStored={isStored}
      isAwaited={isAwaited}
      submit={t("add")}
    >
      {({ typed, errorOf }) => (
        <>
          <TellingBox
            id={`body${suffix}`}
            name="body"
            rows={3}
            label={t("label")}
            hint={
              <>
                {t("hint")}
                {/* A page has several forms, and a browser without a script sends one. */}
                <noscript>{` ${t("alone")}`}</noscript>
                {(people === null || people.length > 0) && (
                  <span className={isAwake ? undefined : "asleep"}> {t("hintTell")}</span>
                )}
              </>
            }
            error={errorOf("body")}
            defaultValue={typed("body")}
            people={people}
            onBegin={ask}
          />
          {/* Who was chosen is told, even where the boxes don't come. */}
          {awaited.map((field) => (
            <input key={field} type="hidden" name={field} value="on" />
          ))}
          <div className={isComing ? "tell-place" : undefined}>
            {people && <TellPeople id={`tell${suffix}`} people={people} isTicked={(field) => typed(field) !== ""} />}
          </div>
        </>
      )}
    </RemarkForm>
  );
}
