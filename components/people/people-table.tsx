import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { invitationPath, personPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { PeopleListView, PersonRow } from "@/lib/views/people/people-view";
import { PeopleRows } from "./people-rows";
import { usePersonName } from "./person-name";
import { PersonStateTag } from "./person-state";
import { useRoleText } from "./role-text";

/** Who works here and who is invited: for which organisation, with which roles, when they were last here. */
export function PeopleTable({ view, asked }: { view: PeopleListView; asked: TableView }) {
  const t = useTranslations("people.list");
  const locale = useLocale();
  const { moment } = useMoments();
  const roleText = useRoleText();
  const personName = usePersonName();
  const table = useTableLabels({
    find: t("find"),
    found: t.raw("found"),
    foundNone: t("foundNone"),
    ownOrder: t("ownOrder"),
  });
  const line = ({ kind, id, name, email, organisation, roles, seenAt, state }: PersonRow) => ({
    id: `${kind}-${id}`,
    name: (
      <>
        <a href={kind === "person" ? personPath(locale, id) : invitationPath(locale, id)}>{personName(name)}</a>
        {state !== "erased" && <span className="unit block wrap-anywhere">{email}</span>}
      </>
    ),
    organisation,
    roles:
      roles.length === 0
        ? t("noRoles")
        : roles.map((held) => (
            <span key={roleText.whole(held)} className="block">
              {roleText.whole(held)}
            </span>
          )),
    seen: seenAt === null ? t("never") : moment(seenAt),
    state: <PersonStateTag state={state} />,
  });
  return (
    <PeopleRows
      people={view.people.map(line)}
      total={view.total}
      found={view.found}
      {...{ locale, asked }}
      labels={{
        caption: t("all"),
        name: t("name"),
        organisation: t("organisation"),
        roles: t("roles"),
        seen: t("seen"),
        state: t("state"),
        table,
      }}
    />
  );
}
