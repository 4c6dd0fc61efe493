"use client";

import { useParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import english from "@/lib/i18n/messages/en/interruption.json";
import thai from "@/lib/i18n/messages/th/interruption.json";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";

const words = { en: english, th: thai };

/**
 * The id of the request for this page, where the page itself failed: only then is it about this error. Else the error has a
 * digest, which the log has too. No script reads a page's headers, but for this one.
 */
function idOfFailedPage(): string | undefined {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!page || !(page.responseStatus >= 500)) return undefined;
  return page.serverTiming.find(({ name }) => name === "request")?.description;
}

/**
 * Whatever nobody foresaw. It stands alone: messages may be what failed. All of its file goes to every page, so that it is a
 * small one.
 */
export function CrashMessage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { locale } = useParams();
  const text = words[typeof locale === "string" && isLocale(locale) ? spokenLocale(locale) : "en"];
  const reference = idOfFailedPage() ?? error.digest;
  return (
    <main id="main" className="wrap">
      <title>{text.crash.title}</title>
      <h1>{text.crash.title}</h1>
      <p className="lead">{text.crash.lead}</p>
      {reference && <p className="note mt-4">{text.crash.reference.replace("{id}", reference)}</p>}
      <div className="actions">
        <Button look="main" onClick={retry}>
          {text.again}
        </Button>
      </div>
    </main>
  );
}
