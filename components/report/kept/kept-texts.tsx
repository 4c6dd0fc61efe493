"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { cellName } from "@/lib/charts/cell-name";
import { entryPath, narrativePath } from "@/lib/i18n/paths";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed/dimensions";
import { type KeptProps, type KeptText, partsOf, useKeptName, useKeptParts } from "./kept-of-report";
import { LateNotice } from "./late-notice";

/**
 * Which words are in this browser only, with the way to each; those that no page of the report has a place for stand here.
 * @param isLocked the report takes none of them now; the pages to which this leads show them
 * @param dimensions by which parts of an answer are named, each with a way of its own
 */
export function KeptTexts({
  base,
  isLocked = false,
  dimensions = [],
  ...props
}: KeptProps & { base: string; isLocked?: boolean; dimensions?: PackedDimensions }) {
  const t = useTranslations("entry.kept");
  const { texts, anyPart: look } = useKeptParts(props);
  const isElsewhere = (text: KeptText) => text.form !== "narrative" && text.isElsewhere;
  const here = texts.filter((text) => !isElsewhere(text) && (!isLocked || text.words !== ""));
  const elsewhere = texts.filter((text) => isElsewhere(text) && text.words !== "");
  return (
    <>
      {here.length > 0 && <WaysToTexts texts={here} {...{ base, isLocked, dimensions }} />}
      <LateNotice owner={props.owner} texts={elsewhere} onDiscard={look}>
        {t("elsewhere", { count: elsewhere.length })}
      </LateNotice>
    </>
  );
}

/** The part whose field has this name; null for a field of the whole. */
const partOf = (field: string) => (field.includes("=") ? field.slice(0, field.lastIndexOf("|")) : null);

function WaysToTexts({
  texts,
  base,
  isLocked,
  dimensions,
}: {
  texts: readonly KeptText[];
  base: string;
  isLocked: boolean;
  dimensions: PackedDimensions;
}) {
  const t = useTranslations("entry.kept");
  const nameOf = useKeptName();
  const crossed = unpackDimensions(dimensions);
  const list = (
    <ul>
      {texts.map((text) => {
        const name = nameOf(text);
        const [page, fields] =
          text.form === "narrative"
            ? [narrativePath(base), [narrativeField("text", text.pillar, text.kind)]]
            : [entryPath(base, text.indicator), text.fields];
        // What is written in the fields of one part is one thing to go on with.
        const parts = new Map(isLocked ? [] : fields.toReversed().map((field) => [partOf(field), field]));
        const whole = parts.get(null) ?? (parts.size > 0 ? null : "main");
        parts.delete(null);
        const to = (field: string) => `${page}#${isLocked ? "kept" : field}`;
        return (
          <li key={name}>
            {whole === null ? name : <a href={to(whole)}>{name}</a>}
            {[...parts].reverse().map(([part, field], index) => (
              <span key={part}>
                {index === 0 ? ": " : "; "}
                <a href={to(field)}>{cellName(part!, crossed, "")}</a>
              </span>
            ))}
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
