"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useCallback, useEffect, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { Textarea } from "@/components/ui/fields/textarea";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { personOfField, tellField } from "@/lib/schemas/reports/entry-fields";
import type { CommentView, PersonToTell } from "@/lib/views/report-view";
import { type KeptWords, keptWords, type WordsPlace, wordsPlace } from "./kept/kept-words";
import { isStoredRemark } from "./kept/stored-remarks";
import { RemarkForm } from "./remark-form";
import { TellPeople } from "./tell/tell-people";
import { useTelling } from "./tell/use-telling";

export interface Sent {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Among them where the report stands, and the indicator's code. */
  hidden: Record<string, string>;
  /** Who writes: the browser keeps the words of each. */
  userId: number;
}

export const wordsOf = ({ hidden, userId }: Sent, form: string) =>
  wordsPlace(userId, hidden, `${form} ${hidden.indicator}`);

/** A box for words in which an `@` offers people: whoever is chosen is ticked among those who are told. */
function TellingBox({
  people,
  onBegin,
  ...rest
}: Omit<ComponentProps<typeof Textarea>, "ref"> & { people: readonly PersonToTell[] | null; onBegin: () => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const tell = ({ id }: PersonToTell) => {
    const tick = box.current?.form?.elements.namedItem(tellField(id));
    if (tick instanceof HTMLInputElement && !tick.checked) tick.click();
  };
  const { field, list } = useTelling(box, people, tell, onBegin);
  return (
    <div className="telling">
      <Textarea {...rest} ref={box} {...field} />
      {list}
    </div>
  );
}

interface Asked {
  hidden: Record<string, string>;
  userId: number;
}

const isTell = (name: string) => personOfField(name) !== null;

/** The boxes of people who are told that are ticked among the kept words. */
const keptTells = (words: KeptWords): string[] =>
  Object.keys(words).filter((name) => isTell(name) && words[name] === true);

/**
 * Whom a comment on the form's indicator may be told to. A page that has them hands them in; else they are asked for when
 * somebody begins to write, or had chosen some: most people who look at an indicator don't.
 * @param place where the form's words are kept
 * @param comments on the indicator: once there are others, what is kept may have been sent
 * @returns null where nobody knows yet, and what asks; whether they come, or came, later than the form, and need their place; which boxes were ticked before and aren't drawn yet
 */
function usePeopleToTell(
  { hidden, userId }: Asked,
  place: WordsPlace,
  comments: readonly unknown[],
  given?: readonly PersonToTell[],
) {
  const { plan, unit, period, indicator } = hidden;
  const path = `/api/reports/${plan}/${unit}/${period}/people/${indicator}`;
  const [read, setRead] = useState<{ path: string; people: readonly PersonToTell[] | null } | null>(null);
  const [kept, setKept] = useState<readonly string[]>([]);
  const people = given ?? (read?.path === path ? read.people : null);
  const ask = async () => {
    if (given || read?.path === path) return;
    setRead({ path, people: null });
    try {
      const response = await fetch(path, { headers: madeFor(userId) });
      if (!response.ok) throw new Error(`${response.status}`);
      const people = (await response.json()) as PersonToTell[];
      setRead((now) => (now?.path === path ? { path, people } : now));
    } catch {
      // A comment can be written without it; the next touch asks again.
      setRead((now) => (now?.path === path ? null : now));
    }
  };
  const isReady = useMemoryReady();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for other words or comments alone.
  useEffect(() => {
    const memory = browserMemory();
    const ticked = isReady && memory && !given ? keptTells(keptWords(memory, place)) : [];
    setKept(ticked);
    if (ticked.length > 0) void ask();
  }, [isReady, place, comments]);
  const isUnknown = people === null;
  const isAwaited = useCallback((name: string) => isUnknown && isTell(name), [isUnknown]);
  return { people, ask, isComing: !given && read?.path === path, isAwaited, awaited: isUnknown ? kept : [] };
}

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
