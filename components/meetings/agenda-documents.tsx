import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { AgendaPointView } from "@/lib/views/commitments/meeting-view";

/** What is to be read before a point is talked about. */
export function AgendaDocuments({ documents, locale }: { documents: AgendaPointView["documents"]; locale: Locale }) {
  if (documents.length === 0) return null;
  return (
    <ul className="bare-list">
      {documents.map(({ title, url }) => (
        <li key={`${title} ${url}`} className="wrap-anywhere" lang={languageOf(title, locale)}>
          <a href={url} rel="noopener noreferrer nofollow">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
