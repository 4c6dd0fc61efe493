import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { passkeyPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { OwnPasskeyView } from "@/lib/views/signed-in-view";

/** Somebody's passkeys, and a way to change each. */
export function OwnPasskeys({ passkeys, locale }: { passkeys: readonly OwnPasskeyView[]; locale: string }) {
  const t = useTranslations("auth.passkeys");
  const { moment } = useMoments();
  const head = ["name", "added", "used", "change"] as const;
  return (
    <Table
      caption={t("own")}
      stack
      head={head.map((key) => (
        <th key={key} scope="col">
          {t(key)}
        </th>
      ))}
    >
      {passkeys.map(({ id, name, addedAt, usedAt, isBackedUp }) => (
        <tr key={id}>
          <th scope="row" className="wrap-anywhere">
            {name} {isBackedUp && <Tag>{t("synced")}</Tag>}
          </th>
          <td data-name={t("added")}>{moment(addedAt)}</td>
          <td data-name={t("used")}>{usedAt === null ? t("never") : moment(usedAt)}</td>
          <td data-name={t("change")}>
            <a href={passkeyPath(locale, id)} aria-label={t("changeOf", { name })}>
              {t("change")}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}
