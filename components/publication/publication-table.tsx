import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { newPublicationPath, placePath, publicationPath } from "@/lib/i18n/paths";
import { nativeNames } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import { queryOfTable, type TableView } from "@/lib/schemas/addresses/table-view";
import { queryOfSettings } from "@/lib/schemas/publications/publication-query";
import type { PublicationListView, PublicationView } from "@/lib/views/publication-view";
import { FailureText } from "./failure-text";
import { FileLinks } from "./file-links";
import { MakingProgress } from "./making-progress";
import { publicationColumns } from "./publication-columns";
import { usePublicationName } from "./publication-name";
import { PublicationRows } from "./publication-rows";
import { PublicationStateTag } from "./publication-state";
import { PublicationTransitions, type TransitionActions } from "./publication-transitions";
import { Readership } from "./readership";

/** In a list several may be under way, so each asks less often than on a page of its own. */
const EVERY_MS = 2_000;

/** Publications that were asked for: what each is, when it was made and of what, how it stands, and its files. */
export function PublicationTable({
  view,
  place,
  root,
  asked,
  actions,
}: {
  view: PublicationListView;
  place: { locale: string; plan: string };
  root: string;
  asked: TableView;
  actions: TransitionActions;
}) {
  const t = useTranslations("publications");
  const locale = useLocale();
  const { moment } = useMoments();
  const nameOf = usePublicationName();
  const personName = usePersonName();
  const table = useTableLabels({
    find: t("list.find"),
    found: t.raw("list.found"),
    foundNone: t("list.foundNone"),
    ownOrder: t("list.ownOrder"),
  });
  const here = `${placePath(root, "publications")}?${queryOfTable(asked, new URLSearchParams(), publicationColumns)}`;
  const line = (publication: PublicationView) => {
    const { id, settings, version, release, files, requestedAt, requestedBy } = publication;
    const name = nameOf(publication);
    return {
      id: String(id),
      name: <a href={publicationPath(root, id)}>{name}</a>,
      readers: <Readership isInternal={settings.isInternal} />,
      language: <span lang={settings.language}>{nativeNames[settings.language]}</span>,
      requested: (
        <>
          {moment(requestedAt)}
          <span className="unit block">{personName(requestedBy)}</span>
          {version !== null && <span className="unit block">{t("version", { version })}</span>}
          {release && <span className="unit block">{t("ofRelease", { release: release.title })}</span>}
        </>
      ),
      state: <Standing {...{ publication, name, place, root, here, actions }} present={view.version} />,
      files: files.length > 0 && <FileLinks {...{ id, name, files }} plan={place.plan} />,
    };
  };
  return (
    <PublicationRows
      publications={view.publications.map(line)}
      total={view.total}
      found={view.found}
      {...{ locale, asked }}
      labels={{
        caption: t("list.all"),
        name: t("list.name"),
        readers: t("list.readers"),
        language: t("one.language"),
        requested: t("one.requested"),
        state: t("list.state"),
        files: t("one.formats"),
        table,
      }}
    />
  );
}

/** How it stands, what there is to know about that, and what can be done. */
function Standing({
  publication,
  name,
  present,
  place,
  root,
  here,
  actions,
}: {
  publication: PublicationView;
  name: string;
  /** The plan's present results version. */
  present: number;
  place: { locale: string; plan: string };
  root: string;
  /** The list as it was asked for. */
  here: string;
  actions: TransitionActions;
}) {
  const t = useTranslations("publications");
  const { id, mayMake, settings, state, step, percent, version } = publication;
  return (
    <>
      <PublicationStateTag state={state} />
      {state === "failed" && (
        <p className="note">
          <FailureText publication={publication} root={root} />
        </p>
      )}
      <MakingProgress
        {...{ state, step, percent, id }}
        plan={place.plan}
        here={here}
        everyMs={EVERY_MS}
        isTold={false}
      />
      {publication.mayHoldTakenDown && <p className="note">{t("mayHoldTakenDown")}</p>}
      {version !== null && version < present && settings.release === null && (
        <p className="note">
          {t("newer", { version: present })}{" "}
          {mayMake && (
            <a href={`${newPublicationPath(root)}?${queryOfSettings(settings)}`}>
              {t("makeNewer")}
              <span className="vh"> ({name})</span>
            </a>
          )}
        </p>
      )}
      {mayMake && <PublicationTransitions {...{ publication, name, place, actions }} />}
    </>
  );
}
