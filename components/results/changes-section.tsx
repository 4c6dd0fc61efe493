import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { type ChangesModel, prepareChanges } from "@/lib/charts/prepare-changes";
import type { RegionalView } from "@/lib/charts/regional-view";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { StatusChange } from "./status-change";

/** What became better or worse since the period before; nothing for the first period. */
export function ChangesSection({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("public.changes");
  if (!view.previous) return null;
  const changes = prepareChanges(view);
  const isOne = view.countries.length === 1;
  const formats = formatsOf(locale);
  const [before, now] = [formats.period(view.previous), formats.period(view.period)];
  const { improved, worsened, same, first } = changes;
  return (
    <section className="block" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("title", { period: before })}</h2>
      <p className="note">
        {t("summary", { improved, worsened, same, first })} {changes.largest.length > 0 && t("largest")}
      </p>
      {changes.largest.length > 0 && (
        <Table
          caption={t("title", { period: before })}
          stack
          head={
            <>
              <th scope="col">{t("indicator")}</th>
              {isOne || <th scope="col">{t("country")}</th>}
              <th scope="col">{t("fromTo", { from: before, to: now })}</th>
            </>
          }
        >
          <ChangeRows changes={changes} root={`/${locale}/${view.plan.code}`} period={view.period.code} isOne={isOne} />
        </Table>
      )}
    </section>
  );
}

function ChangeRows({
  changes,
  root,
  period,
  isOne,
}: {
  changes: ChangesModel;
  root: string;
  period: string;
  /** The page is about one country, which needn't be named in each row. */
  isOne: boolean;
}) {
  const t = useTranslations("public.changes");
  return changes.largest.map(({ indicator, country, from, to, steps }) => (
    <tr key={`${indicator.code} ${country.code}`}>
      <th scope="row">
        <span className="code">{indicator.code}</span>{" "}
        <a href={`${root}/indicators/${indicator.code}/${period}?country=${country.code}`}>{indicator.title}</a>
      </th>
      {isOne || <td>{country.name}</td>}
      <td>
        <StatusChange from={from} to={to}>
          {t(steps > 0 ? "improved" : "worsened")}
        </StatusChange>
      </td>
    </tr>
  ));
}
