import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { Chapter, Fact, Imprint } from "../document";

/** Stands where nobody is named as publisher. */
const product = "SPAIV Monitor";

/** What a citation names besides the publisher. */
interface Cited {
  title: string;
  subtitle: string;
  /** Number and day of the results version, in words. */
  version: string;
  isDemonstration: boolean;
  /** It has words alone, which are their authors' own: the licence of values says nothing of them. */
  isOfWords?: boolean;
}

/**
 * Who publishes and on what terms, worded. What nobody set is said to be so: nothing here stands for a person or a licence
 * that there isn't.
 * @param web where the values are on the web; null where the site has no address of its own
 */
export function prepareImprint(
  { t }: PublicationWords,
  publisher: Publisher,
  web: string | null,
  { title, subtitle, version, isDemonstration, isOfWords = false }: Cited,
): Imprint {
  const name = publisher.name ?? (isDemonstration ? t("publication.imprint.demonstration", { product }) : product);
  const none = t("publication.imprint.none");
  const { licence, licenceUrl } = isOfWords ? { licence: null, licenceUrl: null } : publisher;
  const cited = t("publication.imprint.cited", { publisher: name, title, subtitle, version });
  return {
    publisher: name,
    contact: publisher.contact,
    web,
    licence: licence === null && licenceUrl === null ? null : { title: licence ?? licenceUrl ?? "", url: licenceUrl },
    rows: [
      fact(t("publication.imprint.publisher"), name),
      fact(t("publication.imprint.contact"), publisher.contact ?? none),
      fact(t("publication.imprint.address"), publisher.address ?? none),
      ...(web === null ? [] : [fact(t("publication.imprint.web"), web)]),
      ...(isOfWords
        ? []
        : [
            fact(
              t("publication.imprint.licence"),
              [...new Set([licence, licenceUrl])].filter(Boolean).join(" ") || t("publication.imprint.noLicence"),
            ),
          ]),
      fact(t("publication.imprint.cite"), [cited, web].filter(Boolean).join(" ")),
    ],
  };
}

const fact = (term: string, text: string): Fact => ({ term, text });

/** At the end of every document. */
export const imprintChapter = ({ t }: PublicationWords, { rows }: Imprint): Chapter => ({
  id: "imprint",
  title: t("publication.imprint.title"),
  kicker: null,
  pillar: null,
  blocks: [{ kind: "facts", rows }],
});
