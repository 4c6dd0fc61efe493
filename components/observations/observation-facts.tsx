import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { ShadowParts } from "@/components/observations/shadow-parts";
import { shadowWords } from "@/components/observations/shadow-words";
import { useSubjectWords } from "@/components/observations/subject-words";
import { FileList } from "@/components/source-files/file-list";
import { useValueWording } from "@/components/values/use-value-wording";
import { formatsOf } from "@/lib/i18n/formats";
import { subjectPath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";

/** What an observation is about and rests on, who speaks and who reads it. */
export function ObservationFacts({
  view,
  root,
  isWriting,
}: {
  view: WorkingObservationView;
  root: string;
  /** Its form says all but what it is about. */
  isWriting: boolean;
}) {
  const t = useTranslations("observations");
  const filesWords = useTranslations("sourceFiles");
  const locale = useLocale();
  const ofShadow = shadowWords(t, useValueWording(), useUnitNames());
  const { kind, basis, language, attribution, visibility, party, organisation, sources, files, shadow } = view;
  const about = <AboutLink key="about" view={view} root={root} />;
  if (isWriting) return <p className="mt-4 wrap-anywhere">{about}</p>;
  const facts: [term: string, said: ReactNode][] = [
    [t("head.about"), about],
    [t("head.kind"), t(`kind.${kind}`)],
    [t("head.basis"), t(`basis.${basis}`)],
    [t("head.organisation"), organisation ?? t("notTold")],
    [t("head.language"), isLocale(language) ? nativeNames[language] : language],
    [t("head.visibility"), t(`visibility.${visibility}`)],
  ];
  if (shadow) {
    facts.push([t("shadow.term"), ofShadow.whole(shadow)]);
    const parts = ofShadow.partsTitle(shadow);
    if (parts) facts.push([parts, <ShadowParts key="parts" shadow={shadow} words={ofShadow} />]);
    facts.push([t("shadow.methodTerm"), shadow.method]);
  }
  if (party === "author" || party === "secretariat")
    facts.push([t("head.attribution"), t(`attribution.${attribution}`)]);
  if (files.length > 0)
    facts.push([
      filesWords("title"),
      <FileList key="files" plan={view.plan} files={files} words={{ t: filesWords, locale }} />,
    ]);
  if (sources.length > 0)
    facts.push([
      t("head.sources"),
      <ul key="sources" className="bare-list">
        {sources.map(({ title, url }) => (
          <li key={`${title} ${url}`}>
            <a href={url} rel="noopener noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>,
    ]);
  return (
    <dl className="facts mt-6">
      {facts.map(([term, said]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd className="wrap-anywhere">{said}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The public page of what it is about, in its period. */
function AboutLink({ view, root }: { view: WorkingObservationView; root: string }) {
  const t = useTranslations("observations");
  const subjects = useSubjectWords();
  const { period: nameOf } = formatsOf(useLocale());
  const { unit, period, subject } = view;
  const href = subjectPath(root, subject, { unit, period });
  const words = subjectText(subject, t("whole"), subjects);
  return (
    <>
      {t("place", { unit: unit.name, period: nameOf(period) })}: {href ? <a href={href}>{words}</a> : words}
    </>
  );
}
