"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { browserMemory } from "@/components/entry/entry-session";
import type { Owner } from "@/components/entry/unsent-cells";
import { Notice } from "@/components/ui/notice";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import { entryPath, narrativePath } from "@/lib/i18n/paths";
import { cellField, narrativeField } from "@/lib/schemas/entry-forms";
import type { NarrativeView } from "@/lib/views/report-view";
import { isStoredComment, keptForms } from "./kept-words";

/** A text that somebody began and that only this browser has. */
type KeptText =
  | { form: "comment" | "evidence" | "reply" | "answer"; indicator: string }
  | { form: "narrative"; pillar: string; kind: NarrativeKind };

/** The report is not whole without them; a remark may wait. */
const isPartOfReport = ({ form }: KeptText) => form === "narrative" || form === "answer";

/** The field to go on in, on the indicator's own page. */
const fields = { comment: "body", evidence: "title", reply: "reply", answer: cellField("total", "text") };

interface Props {
  owner: Owner;
  /** As they are stored: a text that is kept and stored alike is no loss. */
  narratives: readonly NarrativeView[];
  /** Those that the report has, by indicator: one may have been stored without its answer being heard. */
  comments?: Comments;
}

type Comments = Readonly<Record<string, readonly { body: string }[]>>;
const none: Comments = {};

function textsKept({ owner, narratives, comments = none }: Props): KeptText[] {
  const memory = browserMemory();
  if (!memory) return [];
  return keptForms(memory, owner).flatMap(({ form, words }): KeptText[] => {
    const [name, indicator] = form.split(" ");
    if (name === "narrative")
      return narratives.flatMap(({ pillar, texts }) =>
        narrativeKinds
          .filter((kind) => {
            const text = words[narrativeField("text", pillar, kind)];
            const isPublic = words[narrativeField("isPublic", pillar, kind)];
            const { text: stored, isPublic: isShown } = texts[kind];
            return (typeof text === "string" && text.trim() !== stored.trim()) || (isPublic ?? isShown) !== isShown;
          })
          .map((kind) => ({ form: "narrative" as const, pillar, kind })),
      );
    if (name === "comment" && isStoredComment(words, comments[indicator ?? ""] ?? [])) return [];
    const isRemark = name === "comment" || name === "evidence" || name === "reply" || name === "answer";
    return isRemark && indicator ? [{ form: name, indicator }] : [];
  });
}

/** Whether a part of the report is in this browser only. @returns what is known now, and a way to look again */
export function useKeptParts(props: Props): { texts: readonly KeptText[]; anyPart: () => boolean } {
  const { narratives, comments } = props;
  const { userId, plan, unit, period } = props.owner;
  const [texts, setTexts] = useState<readonly KeptText[]>([]);
  const look = useCallback(() => {
    const now = textsKept({ owner: { userId, plan, unit, period }, narratives, comments });
    setTexts(now);
    return now.some(isPartOfReport);
  }, [userId, plan, unit, period, narratives, comments]);
  useEffect(() => {
    look();
    window.addEventListener("storage", look);
    window.addEventListener("pageshow", look);
    return () => {
      window.removeEventListener("storage", look);
      window.removeEventListener("pageshow", look);
    };
  }, [look]);
  return { texts, anyPart: look };
}

export const partsOf = (texts: readonly KeptText[]): number => texts.filter(isPartOfReport).length;

/** Which words those are, with the way to each. */
export function KeptTexts({ base, ...props }: Props & { base: string }) {
  const t = useTranslations("entry.kept");
  const narrative = useTranslations("entry.narrative");
  const { texts } = useKeptParts(props);
  if (texts.length === 0) return null;
  const list = (
    <ul>
      {texts.map((text) => {
        if (text.form === "narrative") {
          const id = narrativeField("text", text.pillar, text.kind);
          return (
            <li key={id}>
              <a href={`${narrativePath(base)}#${id}`}>
                {t("narrative", { pillar: text.pillar, kind: narrative("kind", { kind: text.kind }) })}
              </a>
            </li>
          );
        }
        const { form, indicator } = text;
        return (
          <li key={`${form} ${indicator}`}>
            <a href={`${entryPath(base, indicator)}#${fields[form]}`}>{t("remark", { form, indicator })}</a>
          </li>
        );
      })}
    </ul>
  );
  const title = t("title", { count: texts.length });
  if (partsOf(texts) === 0)
    return (
      <div className="mt-4" id="kept" role="status">
        <Notice tone="warning" title={title}>
          <p>{t("mayStay", { count: texts.length })}</p>
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
