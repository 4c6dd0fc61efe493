"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { browserMemory } from "@/components/entry/state/entry-session";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { Notice } from "@/components/ui/notice";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import { entryPath, narrativePath } from "@/lib/i18n/paths";
import { cellField, narrativeField } from "@/lib/schemas/entry-forms";
import type { NarrativeView } from "@/lib/views/report-view";
import { forgetForms, type KeptWords, keptForms } from "./kept-words";
import { isStoredRemark, type RemarkKind, type RemarksByCode } from "./stored-remarks";
import { useKeptLook } from "./use-kept-look";

/** A text that somebody began and that only this browser has, with its words. */
export type KeptText = { words: string } & (
  | { form: RemarkKind; indicator: string }
  | { form: "narrative"; pillar: string; kind: NarrativeKind }
);

/** The report is not whole without them; a remark may wait. */
const isPartOfReport = ({ form }: KeptText) => form === "narrative" || form === "answer";

/** The fields that somebody writes in; the first is the one to go on in, on the indicator's own page. */
const fields: Record<RemarkKind, [string, ...string[]]> = {
  comment: ["body"],
  evidence: ["title", "url"],
  reply: ["reply"],
  answer: [cellField("total", "text")],
};

const wordsIn = (kept: KeptWords, names: readonly string[]): string =>
  names.flatMap((name) => (typeof kept[name] === "string" ? [kept[name].trim()] : [])).join("\n");

export interface KeptProps {
  owner: Owner;
  /** As they are stored: a text that is kept and stored alike is no loss. */
  narratives: readonly NarrativeView[];
  /** What may have been stored without its answer being heard. */
  remarks: RemarksByCode;
}

/** The indicator's form that has this name; null where it is another. */
function remarkOf(form: string): { form: RemarkKind; indicator: string } | null {
  const [name = "", indicator = ""] = form.split(" ");
  return Object.hasOwn(fields, name) && indicator !== "" ? { form: name as RemarkKind, indicator } : null;
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
    return remark ? [{ ...remark, words: wordsIn(words, fields[remark.form]) }] : [];
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

/**
 * Which words those are, with the way to each.
 * @param isLocked the report takes none of them now; the pages to which this leads show them
 */
export function KeptTexts({ base, isLocked = false, ...props }: KeptProps & { base: string; isLocked?: boolean }) {
  const t = useTranslations("entry.kept");
  const nameOf = useKeptName();
  const kept = useKeptParts(props).texts;
  const texts = isLocked ? kept.filter(({ words }) => words !== "") : kept;
  if (texts.length === 0) return null;
  const list = (
    <ul>
      {texts.map((text) => {
        const name = nameOf(text);
        const [page, field] =
          text.form === "narrative"
            ? [narrativePath(base), narrativeField("text", text.pillar, text.kind)]
            : [entryPath(base, text.indicator), fields[text.form][0]];
        return (
          <li key={name}>
            <a href={`${page}#${isLocked ? "kept" : field}`}>{name}</a>
          </li>
        );
      })}
    </ul>
  );
  const title = t("title", { count: texts.length });
  if (isLocked || partsOf(texts) === 0)
    return (
      <div className="mt-4" id="kept" role="status">
        <Notice tone="warning" title={title}>
          <p>{t(isLocked ? "locked" : "mayStay", { count: texts.length })}</p>
          {list}
        </Notice>
      </div>
    );
  return (
    <div className="error-summary" id="kept" role="status">
      <h2>{title}</h2>
      <p>{t("lead", { count: texts.length })}</p>
      {list}
    </div>
  );
}
