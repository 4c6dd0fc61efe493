import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { needsComment } from "@/lib/domain/values/value-warning";
import { narrativePath } from "@/lib/i18n/paths";
import type { CheckIndicator, CheckView } from "@/lib/views/entry-view";
import type { NarrativeView } from "@/lib/views/report-view";
import { toDoGroups } from "./check/to-do-groups";

/**
 * What has to be settled before submission, by what is to be done; each leads to its list.
 * @param of whose it is to settle: of a contributor's part, who doesn't submit
 */
export function Blocks({ blocks, of }: { blocks: CheckView["blocks"]; of: "report" | "part" }) {
  const t = useTranslations("entry.check");
  if (blocks.length === 0) return null;
  const counts = [...toDoGroups, "unconfirmed" as const, "blank" as const].flatMap((what) => {
    const count = blocks.filter(({ code }) => code === what).length;
    return count > 0 ? [{ what, count }] : [];
  });
  return (
    <div className="error-summary" id="blocks">
      <h2>{t("blocksTitle", { of })}</h2>
      <ul>
        {counts.map(({ what, count }) => (
          <li key={what}>
            <a href={`#${{ blank: "blanks", unconfirmed: "carried" }[what as string] ?? what}`}>
              {what === "blank" || what === "unconfirmed" ? t(what, { count }) : t("group", { what, count })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Leads to each answer with a warning that a comment explains; the others stand among what is to be settled. */
export function ExplainedWarnings({ indicators }: { indicators: readonly CheckIndicator[] }) {
  const t = useTranslations("entry.check");
  const explained = indicators.filter(({ warnings, commentMissing }) => warnings.some(needsComment) && !commentMissing);
  if (explained.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" title={t("explained", { count: explained.length })}>
        <p className="choices-row">
          {explained.map(({ code }) => (
            <a key={code} href={`#${code}`}>
              {code}
            </a>
          ))}
        </p>
      </Notice>
    </div>
  );
}

/** The report narrative's texts that nobody wrote: they may stay empty, and whoever submits knows of them. */
export function EmptyTexts({
  narratives,
  base,
  isLocked,
}: {
  narratives: readonly NarrativeView[];
  base: string;
  isLocked: boolean;
}) {
  const t = useTranslations("entry");
  const rows = narratives.flatMap(({ pillar, title, texts }) => {
    const empty = narrativeKinds.filter((kind) => texts[kind].text === "");
    return empty.length === 0 ? [] : [{ pillar, title, empty }];
  });
  const count = rows.reduce((sum, { empty }) => sum + empty.length, 0);
  const total = narratives.length * narrativeKinds.length;
  return (
    <section className="block" id="texts">
      <h2>{t("narrative.title")}</h2>
      <p>
        {t("check.texts", { written: total - count, total })}{" "}
        <a href={narrativePath(base)} className="off-paper">
          {t(isLocked ? "check.see" : "check.change")}
        </a>
      </p>
      {count > 0 && (
        <>
          <p className="note">{t("check.emptyTexts", { count, lock: isLocked ? "locked" : "none" })}</p>
          <ul className="empty-texts">
            {rows.map(({ pillar, title, empty }) => (
              <li key={pillar}>
                {pillar} {title}:{" "}
                {empty.map((kind, index) => (
                  <span key={kind}>
                    {index > 0 && ", "}
                    <a href={`${narrativePath(base)}#text|${pillar}|${kind}`}>{t("narrativeKind", { kind })}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
