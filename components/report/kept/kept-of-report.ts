"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import type { NarrativeView } from "@/lib/views/report-view";
import { forgetForms, type KeptWords, keptForms, ofHand, wereSent, wordsPlace } from "./kept-words";
import type { SentAnswer } from "./stored-answers";
import { isStoredRemark, type RemarkKind, type RemarksByCode } from "./stored-remarks";
import { useKeptLook } from "./use-kept-look";
import { isOnPage } from "./words-on-their-way";

/**
 * A text that somebody began and that only this browser has, with its words. `isElsewhere`: the reader sees no such
 * indicator in the report, or not any more.
 */
export type KeptText = { words: string } & (
  | { form: RemarkKind; indicator: string; isElsewhere: boolean; field: string }
  | { form: "narrative"; pillar: string; kind: NarrativeKind }
);

/** The report is not whole without them; a remark may wait. */
const isPartOfReport = (text: KeptText) => text.form === "narrative" || (text.form === "answer" && !text.isElsewhere);

/** The fields that somebody writes in. An answer has as many as its indicator has cells. */
const remarkFields: Record<RemarkKind, readonly string[] | null> = {
  comment: ["body"],
  evidence: ["title", "url"],
  reply: ["reply"],
  answer: null,
};

const fieldsOf = (form: RemarkKind, kept: KeptWords): readonly string[] =>
  remarkFields[form] ?? Object.keys(ofHand(kept)).filter((name) => !/\|(revision|missingReason)$/.test(name));

/** Of which cell a number is, by its key: alone it would tell nobody where it belongs. */
const ofPart = (name: string): string => (/^(total|.*=.*)\|(?!text)/.test(name) ? `${name.split("|")[0]}: ` : "");

/** Each text in a line, and the two numbers of one cell together. */
function wordsIn(kept: KeptWords, names: readonly string[]): string {
  const lines = new Map<string, { of: string; words: string[] }>();
  for (const name of names) {
    const [word, of] = [kept[name], ofPart(name)];
    if (typeof word !== "string") continue;
    const line = lines.get(of || name) ?? { of, words: [] };
    lines.set(of || name, line);
    if (word.trim() !== "") line.words.push(word.trim());
  }
  return [...lines.values()].map(({ of, words }) => `${of}${words.join(" / ")}`).join("\n");
}

export interface KeptProps {
  owner: Owner;
  /** As they are stored: a text that is kept and stored alike is no loss. */
  narratives: readonly NarrativeView[];
  /** What may have been stored without its answer being heard, of each indicator that the reader sees. */
  remarks: RemarksByCode;
}

/** The indicator's form that has this name; null where it is another. */
function remarkOf(form: string): { form: RemarkKind; indicator: string } | null {
  const [name = "", indicator = ""] = form.split(" ");
  return Object.hasOwn(remarkFields, name) && indicator !== "" ? { form: name as RemarkKind, indicator } : null;
}

/** The texts that only the browser has. Those that were stored are forgotten: changed there later, they would seem unsent. */
function textsKept({ owner, narratives, remarks }: KeptProps): KeptText[] {
  const memory = browserMemory();
  if (!memory) return [];
  forgetForms(memory, owner, (form, words) => {
    const remark = remarkOf(form);
    if (remark === null || remark.form === "answer") return false;
    return isStoredRemark(remark.form, words, remarks[remark.indicator]?.[remark.form]);
  });
  return keptForms(memory, owner).flatMap(({ form, words }): KeptText[] => {
    if (form === "narrative")
      return narratives.flatMap(({ pillar, texts }) =>
        narrativeKinds
          .filter((kind) => {
            const text = words[narrativeField("text", pillar, kind)];
            const isPublic = words[narrativeField("isPublic", pillar, kind)];
            const { text: stored, isPublic: isShown } = texts[kind];
            return (typeof text === "string" && text.trim() !== stored.trim()) || (isPublic ?? isShown) !== isShown;
          })
          .map((kind) => ({
            form: "narrative" as const,
            pillar,
            kind,
            words: wordsIn(words, [narrativeField("text", pillar, kind)]),
          })),
      );
    const remark = remarkOf(form);
    if (!remark) return [];
    const isElsewhere = !Object.hasOwn(remarks, remark.indicator);
    const fields = fieldsOf(remark.form, words);
    // The first is the one to go on in, on the indicator's own page; a part's has no place of its own there.
    return [
      {
        ...remark,
        isElsewhere,
        field: fields.find((name) => !name.includes("=")) ?? "main",
        words: wordsIn(words, fields),
      },
    ];
  });
}

/**
 * Answers that were sent and of which nothing was heard, of indicators that the reader sees. Without those whose form is on
 * this page: another window may have sent it, and this form would not hear that its own words are kept no longer.
 */
function answersSent({ owner, remarks }: KeptProps): SentAnswer[] {
  const memory = browserMemory();
  return (memory ? keptForms(memory, owner) : []).flatMap(({ form, words }): SentAnswer[] => {
    const remark = remarkOf(form);
    const isAsked = remark?.form === "answer" && wereSent(words) && Object.hasOwn(remarks, remark.indicator);
    return isAsked && !isOnPage(wordsPlace(owner.userId, owner, form))
      ? [{ form, indicator: remark.indicator, words }]
      : [];
  });
}

/** Its code comes once there is something to be asked about. Where it doesn't, nothing is forgotten. */
async function askAndForget(owner: Owner, answers: readonly SentAnswer[]): Promise<void> {
  try {
    const [{ forgetStoredAnswers }, memory] = [await import("./stored-answers"), browserMemory()];
    if (memory) await forgetStoredAnswers(memory, owner, answers);
  } catch {
    // Without a line nobody knows.
  }
}

/** Whether a part of the report is in this browser only. @returns what is known now, and a way to look again */
export function useKeptParts(props: KeptProps): { texts: readonly KeptText[]; anyPart: () => boolean } {
  const { narratives, remarks } = props;
  const { userId, plan, unit, period } = props.owner;
  const [texts, setTexts] = useState<readonly KeptText[]>([]);
  const latest = useRef(props);
  /** Answers that the server was asked about, and whether it has answered. */
  const asked = useRef(new Map<string, boolean>());
  const anyPart = useCallback(() => {
    latest.current = { owner: { userId, plan, unit, period }, narratives, remarks };
    const now = textsKept(latest.current);
    setTexts(now);
    return now.some(isPartOfReport);
  }, [userId, plan, unit, period, narratives, remarks]);
  const look = useCallback(() => {
    latest.current = { owner: { userId, plan, unit, period }, narratives, remarks };
    const { owner } = latest.current;
    const sent = answersSent(latest.current).filter((answer) => !asked.current.has(JSON.stringify(answer)));
    const note = (isAnswered: boolean) => {
      for (const answer of sent) asked.current.set(JSON.stringify(answer), isAnswered);
      // What may be stored isn't called unsent before the server has answered.
      const open = answersSent(latest.current).filter((answer) => asked.current.get(JSON.stringify(answer)) === false);
      const isOpen = (text: KeptText) =>
        text.form === "answer" && open.some(({ indicator }) => indicator === text.indicator);
      setTexts(textsKept(latest.current).filter((text) => !isOpen(text)));
    };
    note(false);
    if (sent.length > 0) void askAndForget(owner, sent).then(() => note(true));
  }, [userId, plan, unit, period, narratives, remarks]);
  useKeptLook(look);
  return { texts, anyPart };
}

export const partsOf = (texts: readonly KeptText[]): number => texts.filter(isPartOfReport).length;

/** What a kept text is called. */
export function useKeptName(): (text: KeptText) => string {
  const t = useTranslations("entry.kept");
  const entry = useTranslations("entry");
  return (text) =>
    text.form === "narrative"
      ? t("narrative", { pillar: text.pillar, kind: entry("narrativeKind", { kind: text.kind }) })
      : t("remark", { form: text.form, indicator: text.indicator });
}
