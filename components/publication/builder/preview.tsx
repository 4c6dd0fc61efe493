import { useTranslations } from "next-intl";

/** The publication as a web page as it would be made now; null: nothing was asked for yet, or it can't be made. */
export function Preview({ name, src }: { name: string | null; src: string | null }) {
  const t = useTranslations("publications.preview");
  return (
    <section id="preview" className="preview" aria-labelledby="preview-title" tabIndex={-1}>
      <div className="preview-head">
        <h2 id="preview-title">{t("title")}</h2>
        {src !== null && (
          <a href={src} target="_blank" rel="noopener">
            {t("inTab")}
          </a>
        )}
      </div>
      {src === null || name === null ? (
        <div className="preview-none">
          <p className="h">{t("none")}</p>
          <p className="note">{t("noneLead")}</p>
        </div>
      ) : (
        <div className="preview-frame">
          {/* Under the frame, until there is something to cover it. */}
          <p className="note">{t("loading")}</p>
          {/* A page that may do nothing but be read; of our own origin, so that the next step comes to whoever is signed in. */}
          <iframe key={src} src={src} title={t("frame", { name })} sandbox="allow-same-origin" />
        </div>
      )}
    </section>
  );
}
