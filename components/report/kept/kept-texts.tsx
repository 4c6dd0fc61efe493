"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { entryPath, narrativePath } from "@/lib/i18n/paths";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import { type KeptProps, type KeptText, partsOf, useKeptName, useKeptParts } from "./kept-of-report";
import { LateNotice } from "./late-notice";

/**
 * Which words are in this browser only, with the way to each; those that no page of the report has a place for stand here.
 * @param isLocked the report takes none of them now; the pages to which this leads show them
 */
export function KeptTexts({ base, isLocked = false, ...props }: KeptProps & { base: string; isLocked?: boolean }) {
  const t = useTranslations("entry.kept");
  const { texts, anyPart: look } = useKeptParts(props);
  const isElsewhere = (text: KeptText) => text.form !== "narrative" && text.isElsewhere;
  const here = texts.filter((text) => !isElsewhere(text) && (!isLocked || text.words !== ""));
  const elsewhere = texts.filter((text) => isElsewhere(text) && text.words !== "");
  return (
    <>
      {here.length > 0 && <WaysToTexts texts={here} {...{ base, isLocked }} />}
      <LateNotice owner={props.owner} texts={elsewhere} onDiscard={look}>
        {t("elsewhere", { count: elsewhere.length })}
      </LateNotice>
    </>
  );
}

function WaysToTexts({ texts, base, isLocked }: { texts: readonly KeptText[]; base: string; isLocked: boolean }) {
  const t = useTranslations("entry.kept");
  const nameOf = useKeptName();
  const list = (
    <ul>
      {texts.map((text) => {
        const name = nameOf(text);
        const [page, field] =
          text.form === "narrative"
            ? [narrativePath(base), narrativeField("text", text.pillar, text.kind)]
            : [entryPath(base, text.indicator), text.field];
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
