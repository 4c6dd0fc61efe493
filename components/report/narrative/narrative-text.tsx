import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Textarea } from "@/components/ui/fields/textarea";
import { useMoments } from "@/lib/i18n/use-moments";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import { changerOf } from "@/lib/views/report-view";
import type { SavedText } from "./use-narrative-saving";

/**
 * One text of the report narrative, with what became of it.
 * @param entered what was sent and refused, to stand in the field again
 * @param canChoose the page's script runs: without one, saving the form once more replaces the other text
 */
export function NarrativeText({
  saved,
  entered,
  isPublic,
  error,
  canChoose,
  onKeepMine,
  onTakeTheirs,
}: {
  saved: SavedText;
  entered: string | undefined;
  isPublic: boolean | undefined;
  error: string | null;
  canChoose: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const entry = useTranslations("entry");
  const t = useTranslations("entry.narrative");
  const { moment } = useMoments();
  const { pillar, kind, stored, phase } = saved;
  const seen = phase.at === "overtaken" ? phase.seen : null;
  // Whoever was told so replaces the other text by saving once more. Else the two stand side by side until one is chosen.
  const sent = error ? stored : (seen ?? stored);
  const name = (field: Parameters<typeof narrativeField>[0]) => narrativeField(field, pillar, kind);
  /** The buttons go once one is pressed: whoever pressed it by key goes on in the text. */
  const choose = (taken: () => void) => (event: MouseEvent<HTMLButtonElement>) => {
    const field = event.currentTarget.form?.elements.namedItem(name("text"));
    taken();
    if (field instanceof HTMLElement) field.focus();
  };
  return (
    <div className="narrative">
      <Textarea
        id={name("text")}
        name={name("text")}
        rows={5}
        label={entry("narrativeKind", { kind })}
        hint={t("hint", { kind })}
        error={error}
        defaultValue={entered ?? stored.text}
        data-stored={entered === undefined ? undefined : stored.text}
      />
      {phase.at === "overtaken" && (
        <div className="stored-text" role={error ? undefined : "alert"}>
          {!error && <p>{t("overtaken", { by: changerOf(phase.changed) })}</p>}
          <p className="note">
            {phase.changed
              ? t("storedBy", { by: changerOf(phase.changed), when: moment(phase.changed.at) })
              : t("stored")}
          </p>
          <p className="prose">{stored.text || t("storedEmpty")}</p>
          {stored.text && <p className="note">{t("storedShown", { isPublic: stored.isPublic ? "yes" : "no" })}</p>}
          {canChoose && (
            <p className="choices-row">
              <Button onClick={choose(onKeepMine)}>{t("keepMine")}</Button>
              <Button onClick={choose(onTakeTheirs)}>{t("takeTheirs")}</Button>
            </p>
          )}
        </div>
      )}
      <Checkbox
        name={name("isPublic")}
        label={t("public")}
        defaultChecked={isPublic ?? stored.isPublic}
        data-stored={isPublic === undefined ? undefined : stored.isPublic}
      />
      <TextState saved={saved} />
      <input type="hidden" name={name("rowVersion")} value={sent.rowVersion} data-seen={seen?.rowVersion} />
      <input type="hidden" name={name("was")} value={sent.was} data-seen={seen?.was} />
    </div>
  );
}

/** What became of a text; its line is there before it says anything, so that nothing moves. */
function TextState({ saved: { phase } }: { saved: SavedText }) {
  const t = useTranslations("entry.narrative");
  const errors = useTranslations("errors");
  const { recent } = useMoments();
  return (
    <p className={`note text-state${phase.at === "refused" ? " error" : ""}`} role="status">
      {phase.at === "typing" && t("typing")}
      {phase.at === "saving" && t("saving")}
      {phase.at === "saved" && phase.savedAt && t("savedAt", { when: recent(phase.savedAt, phase.savedAt) })}
      {phase.at === "waiting" && t("waiting")}
      {phase.at === "refused" &&
        t("refused", { problem: errors(phase.problem.key as Parameters<typeof errors>[0], phase.problem.args) })}
    </p>
  );
}
