import { useTranslations } from "next-intl";
import type { EntryGoal } from "@/lib/schemas/entry-view";

/** The goals at the side, each with how far it is; on a phone a list that folds. */
export function RoomGoals({
  goals,
  current,
  base,
  narrative,
  fill,
}: {
  goals: readonly EntryGoal[];
  current: string;
  base: string;
  /** Parts written and parts there are; null for whoever has no narrative. */
  narrative: { written: number; of: number } | null;
  /** Whether the actor may fill the draft from a file. */
  fill: boolean;
}) {
  const t = useTranslations("entry.room");
  const list = (
    <>
      <h2>{t("goals")}</h2>
      <ol>
        {goals.map(({ code, title, shortTitle, answered, total, warnings }) => (
          <li key={code}>
            <a href={`${base}?goal=${code}`} aria-current={code === current ? "page" : undefined}>
              <span>{code}</span>
              <span>{shortTitle || title}</span>
              <span className="pr">
                <progress max={total} value={answered} aria-hidden="true" />
                {t("answered", { answered, total })}
                {warnings > 0 && <span className="todo">{t("warnings", { count: warnings })}</span>}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {(narrative || fill) && <h2 className="mt-6">{t("more")}</h2>}
      <ol>
        {narrative && (
          <li>
            <a href={`${base}/narrative`}>
              <span />
              <span>{t("narrative")}</span>
              <span className="pr">{t("written", narrative)}</span>
            </a>
          </li>
        )}
        {fill && (
          <li>
            <a href={`${base}/fill`}>
              <span />
              <span>{t("fill")}</span>
            </a>
          </li>
        )}
      </ol>
    </>
  );
  return (
    <>
      <nav className="goals" aria-label={t("goals")}>
        {list}
      </nav>
      <details className="goals-fold">
        <summary>{t("jump", { goal: current })}</summary>
        {list}
      </details>
    </>
  );
}
