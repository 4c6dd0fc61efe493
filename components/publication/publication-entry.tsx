import { useTranslations } from "next-intl";
import { newPublicationPath, publicationPath } from "@/lib/i18n/paths";
import { nativeNames } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import { queryOfSettings } from "@/lib/schemas/publications/publication-query";
import type { PublicationView } from "@/lib/views/publication-view";
import { FailureText } from "./failure-text";
import { FileLinks } from "./file-links";
import { MakingProgress } from "./making-progress";
import { usePublicationName } from "./publication-name";
import { PublicationStateTag } from "./publication-state";
import { PublicationTransitions, type TransitionActions } from "./publication-transitions";
import { Readership } from "./readership";

/** In a list several may be under way, so each asks less often than on a page of its own. */
const EVERY_MS = 2_000;

/** A publication in the list: what it is, of what and when it was made, how it stands, and its files. */
export function PublicationEntry({
  publication,
  present,
  place,
  root,
  here,
  actions,
}: {
  publication: PublicationView;
  /** The plan's present results version. */
  present: number;
  place: { locale: string; plan: string };
  root: string;
  /** The page of the list. */
  here: string;
  actions: TransitionActions;
}) {
  const t = useTranslations("publications");
  const { moment } = useMoments();
  const { id, settings, state, step, percent, version, files, requestedAt, requestedBy } = publication;
  const name = usePublicationName()(publication);
  const { language, isInternal } = settings;
  return (
    <li className="publication">
      <h3>
        <a href={publicationPath(root, id)}>{name}</a>
      </h3>
      <PublicationStateTag state={state} />
      <ul className="meta">
        <li>
          <Readership isInternal={isInternal} />
        </li>
        <li lang={language}>{nativeNames[language]}</li>
        {version !== null && <li>{t("version", { version })}</li>}
        <li>{t("requested", { by: requestedBy, at: moment(requestedAt) })}</li>
      </ul>
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
      {files.length > 0 && <FileLinks {...{ id, name, files }} plan={place.plan} />}
      {version !== null && version < present && (
        <p className="note">
          {t("newer", { version: present })}{" "}
          <a href={`${newPublicationPath(root)}?${queryOfSettings(settings)}`}>
            {t("makeNewer")}
            <span className="vh"> ({name})</span>
          </a>
        </p>
      )}
      <div className="commands">
        <PublicationTransitions {...{ publication, name, place, actions }} />
      </div>
    </li>
  );
}
