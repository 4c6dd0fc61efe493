"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { browserMemory } from "@/components/entry/state/browser-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import type { NarrativeView } from "@/lib/views/report-view";
import { forgetForms, type KeptWords, keptForms, ofHand } from "./kept-words";
import { isStoredRemark, type RemarkKind, type RemarksByCode } from "./stored-remarks";
import { useKeptLook } from "./use-kept-look";

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

const wordsIn = (kept: KeptWords, names: readonly string[]): string =>
  names.flatMap((name) => (typeof kept[name] === "string" ? [`${ofPart(name)}${kept[name].trim()}`] : [])).join("\n");

/** Of which cell a number is, by its key: alone it would tell nobody where it belongs. */
const ofPart = (name: string): string => (/^(total|.*=.*)\|(?!text)/.test(name) ? `${name.split("|")[0]}: ` : "");

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
    return remark !== null && isStoredRemark(remark.form, words, remarks[remark.indicator]?.[remark.form]);
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
            ...{ form: "narrative" as const, pillar, kind },
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

/** Whether a part of the report is in this browser only. @returns what is known now, and a way to look again */
export function useKeptParts(props: KeptProps): { texts: readonly KeptText[]; anyPart: () => boolean } {
  const { narratives, remarks } = props;
  const { userId, plan, unit, period } = props.owner;
  const [texts, setTexts] = useState<readonly KeptText[]>([]);
  const look = useCallback(() => {
    const now = textsKept({ owner: { userId, plan, unit, period }, narratives, remarks });
    setTexts(now);
    return now.some(isPartOfReport);
  }, [userId, plan, unit, period, narratives, remarks]);
  useKeptLook(look);
  return { texts, anyPart: look };
}

export const partsOf = (texts: readonly KeptText[]): number => texts.filter(isPartOfReport).length;

/** What a kept text is called. */
export function useKeptName(): (text: KeptText) => string {
  const t = useTranslations("entry.kept");
  const narrative = useTranslations("entry.narrative");
  return (text) =>
    text.form === "narrative"
      ? t("narrative", { pillar: text.pillar, kind: narrative("kind", { kind: text.kind }) })
      : t("remark", { form: text.form, indicator: text.indicator });
}
