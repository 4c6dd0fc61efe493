"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** What some browsers offer, and TypeScript doesn't know. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

const declined = "spaiv-not-installed";

/** Where the browser offers it: a quiet way to have the product among the applications. It asks once. */
export function InstallPrompt() {
  const t = useTranslations("entryForm.offline");
  const [offer, setOffer] = useState<InstallOffer | null>(null);
  useEffect(() => {
    const offered = (event: Event) => {
      if (isDeclined()) return;
      // The browser's own banner would cover the sheet.
      event.preventDefault();
      setOffer(event as InstallOffer);
    };
    const installed = () => setOffer(null);
    window.addEventListener("beforeinstallprompt", offered);
    window.addEventListener("appinstalled", installed);
    return () => {
      window.removeEventListener("beforeinstallprompt", offered);
      window.removeEventListener("appinstalled", installed);
    };
  }, []);
  if (offer === null) return null;
  const install = () => {
    setOffer(null);
    void offer.prompt().catch(() => null);
  };
  const decline = () => {
    setOffer(null);
    noteDeclined();
  };
  return (
    <div className="wrap wrap-work off-paper" role="status">
      {t("installLead")}{" "}
      <Button look="text" onClick={install}>
        {t("install")}
      </Button>
      <Button look="text" onClick={decline}>
        {t("notNow")}
      </Button>
    </div>
  );
}

function isDeclined(): boolean {
  try {
    return localStorage.getItem(declined) !== null;
  } catch {
    return false;
  }
}

function noteDeclined(): void {
  try {
    localStorage.setItem(declined, "1");
  } catch {
    // A browser that keeps nothing asks again.
  }
}
