import { useLocale, useTranslations } from "next-intl";
import { FileLinks } from "@/components/publication/file-links";
import { MakeInLanguage } from "@/components/publication/make-in-language";
import { PublicationStateTag } from "@/components/publication/publication-state";
import { publicationPath } from "@/lib/i18n/paths";
import { nativeNames, spokenLocale } from "@/lib/i18n/routing";
import type { WorkingMeetingView } from "@/lib/views/commitments/meeting-view";
import type { FormAction } from "./use-meeting-form";

/** The paper sets of a meeting, for whoever has them made. */
export function PaperSets({
  view: { plan, release, paperSets },
  root,
  form,
}: {
  view: Pick<WorkingMeetingView, "plan" | "release" | "paperSets">;
  root: string;
  form: { hidden: Record<string, string | number>; action: FormAction };
}) {
  const t = useTranslations("meetings.papers");
  const locale = useLocale();
  if (release === null) return <p className="note">{t("later")}</p>;
  return (
    <>
      <p>{t("lead")}</p>
      {paperSets.length > 0 && (
        <ul className="bare-list mt-4" aria-label={t("sets")}>
          {paperSets.map((set) => (
            <li key={set.id}>
              <a href={publicationPath(root, set.id)} lang={set.language}>
                {nativeNames[set.language]}
              </a>{" "}
              <PublicationStateTag state={set.state} />
              <FileLinks
                plan={plan}
                id={set.id}
                name={`${t("title")} (${nativeNames[set.language]})`}
                files={set.files}
              />
            </li>
          ))}
        </ul>
      )}
      <MakeInLanguage
        {...form}
        language={spokenLocale(locale)}
        words={{ language: t("language"), make: t("make"), working: t("working") }}
      />
      <p className="note">{t("anew")}</p>
    </>
  );
}
