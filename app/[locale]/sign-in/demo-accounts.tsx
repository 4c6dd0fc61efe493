import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { DemoAccountView } from "@/lib/server/queries/demo-accounts-for-sign-in";

/** The accounts that anyone may try. Choosing one is a link, so that it works without JavaScript. */
export function DemoAccounts({
  accounts,
  password,
  hrefOf,
}: {
  accounts: readonly DemoAccountView[];
  password: string;
  hrefOf: (email: string) => string;
}) {
  const t = useTranslations("auth.demo");
  const head = ["account", "organisation", "email"] as const;
  return (
    <section className="block">
      <h2>{t("title")}</h2>
      <p className="note">{t.rich("lead", { password: () => <b translate="no">{password}</b> })}</p>
      <Table
        caption={t("title")}
        stack
        head={head.map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
      >
        {accounts.map(({ email, name, organisation }) => (
          <tr key={email}>
            <th scope="row">
              <a href={hrefOf(email)}>{name}</a>
            </th>
            <td data-name={t("organisation")}>{organisation}</td>
            <td data-name={t("email")}>{email}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
