import { useTranslations } from "next-intl";
import { valueText } from "@/lib/charts/value-text";
import type { CheckIndicator, EntryGoal } from "@/lib/schemas/entry-view";
import type { DimensionView } from "@/lib/schemas/report-view";
import { useValueWording } from "./use-value-wording";
import { useWarningText } from "./warning-text";

/** A goal's answers in a table: what was entered, what is warned of, and where to change it, or to see it alone. */
export function AnswersOfGoal({
  goal,
  indicators,
  dimensions,
  base,
  isLocked,
}: {
  goal: EntryGoal;
  indicators: readonly CheckIndicator[];
  dimensions: readonly DimensionView[];
  base: string;
  isLocked: boolean;
}) {
  const t = useTranslations("entry");
  const wording = useValueWording();
  const warningText = useWarningText(dimensions);
  return (
    <section className="block answers" aria-labelledby={`answers-${goal.code}`}>
      <h2 id={`answers-${goal.code}`}>
        {goal.code} {goal.shortTitle || goal.title}
      </h2>
      <div className="scroll">
        {/* biome-ignore lint/a11y/noRedundantRoles: cards on a phone, and `display` on table parts drops their roles */}
        <table className="data stack" role="table">
          <caption className="vh">{t("check.caption", { goal: goal.code })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("check.indicator")}</th>
              <th scope="col">{t("check.answer")}</th>
              <th scope="col">
                <span className="vh">{t(isLocked ? "check.see" : "check.change")}</span>
              </th>
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tbody role="rowgroup">
            {indicators.map((indicator) => {
              const { code, title, value, cells, warnings, comments, commentMissing, isAnswered, mayEnter } = indicator;
              const parts = Object.keys(cells).length - (value ? 1 : 0);
              return (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <tr key={code} id={code} role="row">
                  <th scope="row">
                    <span className="code">{code}</span> {title}
                  </th>
                  <td>
                    {isAnswered ? (
                      valueText(value, { ...indicator.rules, steps: indicator.steps }, wording)
                    ) : (
                      <strong>{t("check.notAnswered")}</strong>
                    )}
                    {parts > 0 && <p className="note">{t("check.parts", { parts })}</p>}
                    {warnings.map((warning) => (
                      <p key={JSON.stringify(warning)} className="note">
                        {warningText(warning, indicator).text}
                      </p>
                    ))}
                    {commentMissing && !isLocked && (
                      <p className="note">
                        {t("check.commentWanted", { earlier: comments.length > 0 ? "yes" : "no" })}
                      </p>
                    )}
                  </td>
                  <td>
                    <a href={`${base}/indicators/${code}`}>
                      {t(mayEnter ? "check.change" : "check.see")} <span className="vh">{code}</span>
                    </a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
