import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { PreviewRow } from "@/lib/views/people/people-view";

/** What becomes of each line of a list; where nothing is wrong with any, the command that does it. */
export function InvitePreview({ rows, children }: { rows: readonly PreviewRow[]; children: ReactNode }) {
  const t = useTranslations("people.several");
  const errors = useTranslations("errors");
  const wrong = rows.filter(({ problem }) => problem !== null).length;
  const head = ["line", "person", "organisation", "role", "outcome"] as const;
  return (
    <section className="invite-preview" aria-labelledby="preview">
      <h2 id="preview">{t("preview")}</h2>
      <Notice tone={wrong > 0 ? "warning" : "info"} live>
        <p>{wrong > 0 ? t("someWrong", { count: wrong }) : t("allRight", { count: rows.length })}</p>
      </Notice>
      <Table
        caption={t("preview")}
        stack
        head={head.map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
      >
        {rows.map(({ number, name, email, organisation, role, problem }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td data-name={t("person")}>
              {name}
              <span className="unit block wrap-anywhere">{email}</span>
            </td>
            <td data-name={t("organisation")}>{organisation}</td>
            <td data-name={t("role")}>{role}</td>
            <td data-name={t("outcome")}>
              <span>
                <Icon name={problem === null ? "check" : "warning"} />{" "}
                {problem === null ? t("isInvited") : errors(problem)}
              </span>
            </td>
          </tr>
        ))}
      </Table>
      {wrong === 0 && <div className="actions">{children}</div>}
    </section>
  );
}
