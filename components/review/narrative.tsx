import { useTranslations } from "next-intl";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import type { NarrativeView } from "@/lib/views/report-view";

/** The report narrative, pillar by pillar. */
export function Narrative({ narratives }: { narratives: readonly NarrativeView[] }) {
  const t = useTranslations("review.narrative");
  return (
    <>
      <h2 className="mt-4">{t("title")}</h2>
      {narratives.map(({ pillar, title, texts }) => {
        const written = narrativeKinds.filter((kind) => texts[kind].text !== "");
        return (
          <section key={pillar} className="narrative" aria-labelledby={`narrative-${pillar}`}>
            <h3 id={`narrative-${pillar}`}>{title}</h3>
            {written.length === 0 && <p className="note">{t("nothing")}</p>}
            {written.map((kind) => (
              <div key={kind}>
                <h4>{t("kind", { kind })}</h4>
                <p className="wrap-anywhere">{texts[kind].text}</p>
                <p className="hint">{t(texts[kind].isPublic ? "public" : "internal")}</p>
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}
