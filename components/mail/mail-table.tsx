import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { mailOfPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { MailListView } from "@/lib/views/mail-view";
import { MailRows } from "./mail-rows";
import { MailStateTag } from "./mail-state-tag";

/** The outbox: what people were told by mail or will be, to whom, when, and what became of it. */
export function MailTable({ view, asked }: { view: MailListView; asked: TableView }) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const { moment } = useMoments();
  const table = useTableLabels({
    find: t("list.find"),
    found: t.raw("list.found"),
    foundNone: t("list.foundNone"),
    ownOrder: t("list.ownOrder"),
  });
  const lists = new Intl.ListFormat(locale, { type: "unit" });
  return (
    <MailRows
      mails={view.mails.map(({ id, kind, name, email, about, at, state, reason }) => ({
        id: String(id),
        mail: <a href={mailOfPath(locale, id)}>{t("kind", { kind })}</a>,
        to: (
          <>
            {name ?? email}
            {name !== null && <span className="unit block wrap-anywhere">{email}</span>}
          </>
        ),
        about: lists.format(about),
        at: moment(at),
        state: <MailStateTag {...{ state, reason }} />,
      }))}
      total={view.total}
      found={view.found}
      labels={{
        caption: t("list.all"),
        mail: t("mail"),
        to: t("to"),
        about: t("about"),
        at: t("at"),
        state: t("stateHead"),
        table,
      }}
      {...{ locale, asked }}
    />
  );
}
