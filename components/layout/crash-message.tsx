"use client";

import { useParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { crash as english } from "@/lib/i18n/messages/en/common.json";
import { crash as thai } from "@/lib/i18n/messages/th/common.json";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";

const words = { en: english, th: thai };

/** Whatever nobody foresaw. It stands alone: messages may be what failed. */
export function CrashMessage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { locale } = useParams();
  const text = words[typeof locale === "string" && isLocale(locale) ? spokenLocale(locale) : "en"];
  return (
    <main id="main" className="wrap">
      <title>{text.title}</title>
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      {error.digest && <p className="note mt-4">{text.reference.replace("{digest}", error.digest)}</p>}
      <div className="actions">
        <Button look="main" onClick={retry}>
          {text.again}
        </Button>
      </div>
    </main>
  );
}
