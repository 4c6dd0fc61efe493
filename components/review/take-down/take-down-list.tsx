import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { usePublicationName } from "@/components/publication/publication-name";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/i18n/formats";
import { planPath, publicationPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { TakeDownListView } from "@/lib/views/take-down-view";
import { usePartName } from "./part-name";
import { TakeDownTransition } from "./take-down-transition";

/** What was taken down, the latest first: by whom, when and why, and who restored it. */
export function TakeDownList({
  view: { takeDowns, mayRestore },
  plan,
  locale,
  restore,
  erase,
}: {
  view: TakeDownListView;
  plan: string;
  locale: Locale;
  restore: (state: FormState, form: FormData) => Promise<FormState>;
  erase: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.takeDowns");
  const nameOf = usePartName();
  const publicationName = usePublicationName();
  const personName = usePersonName();
  const { moment } = useMoments();
  const { period: periodName } = formatsOf(locale);
  const root = planPath(locale, plan);
  if (takeDowns.length === 0) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneLead")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="releases">
      {takeDowns.map(
        ({ id, unit, period, part, takenAt, takenBy, version, reason, publications, restored, erased }) => (
          <li key={id}>
            <h2 className="text-lg">{t("name", { unit, period: periodName(period), part: nameOf(part) })}</h2>
            <p>{t("taken", { at: moment(takenAt), by: personName(takenBy), version })}</p>
            <p className={reason === null ? "note" : "whitespace-pre-line wrap-anywhere"}>{reason ?? t("erased")}</p>
            {publications.length > 0 && (
              <>
                <p>{t("publications")}</p>
                <ul className="bare-list">
                  {publications.map((publication) => (
                    <li key={publication.id}>
                      <a href={publicationPath(root, publication.id)}>{publicationName(publication)}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {restored && <p>{t("restored", { at: moment(restored.at), by: personName(restored.by) })}</p>}
            {erased && <p>{t("wordsErased", { at: moment(erased.at), by: personName(erased.by) })}</p>}
            {mayRestore && !restored && !erased && (
              <>
                <TakeDownTransition transition="restore" place={{ plan, locale, id }} action={restore} />
                {part.kind === "narrative" && (
                  <TakeDownTransition transition="erase" place={{ plan, locale, id }} action={erase} />
                )}
              </>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
