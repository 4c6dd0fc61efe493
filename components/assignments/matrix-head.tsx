import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { MatrixColumn } from "@/lib/views/assignment-view";

/** Who the columns are, how much is left to each, and whether they handed it back. */
export function MatrixHead({ columns, self }: { columns: readonly MatrixColumn[]; self: number | null }) {
  const t = useTranslations("assignments.matrix");
  return (
    <thead>
      <tr>
        <th scope="col">{t("indicator")}</th>
        {columns.map((column) => {
          const { id, name, organisation, bar, total, left, handBack } = column;
          return (
            <th key={id} scope="col" className={`who${bar ? " barred" : ""}`} title={organisation ?? undefined}>
              <span className="name" id={`c${id}`}>
                {id === self ? t("youColumn", { name }) : name}
              </span>
              <span className="state">
                {bar && <span className="vh">{t("bar", { bar })}. </span>}
                {handBack && (
                  <span className={`handed ${handBack}`} title={t("handBack", { state: handBack })}>
                    <Icon name={handBack === "askedAgain" ? "undo" : handBack === "changed" ? "warning" : "check"} />
                    <span className="vh">{t("handBack", { state: handBack })}. </span>
                  </span>
                )}
                {bar && <Icon name="lock" />}
              </span>
              <span className="left">
                <span className="vh">{total === 0 ? t("nothing") : t("leftOf", { left, total })}</span>
                <span aria-hidden="true">{total === 0 ? "–" : `${left}/${total}`}</span>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
