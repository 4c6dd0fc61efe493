"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { useStayOffline } from "@/components/ui/use-stay-offline";
import { entryPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import { keepsPages, keptSince, offlineWorker } from "./kept-pages";
import { onStoredHere } from "./stored-here";

/** So long after the last value was stored the report's pages are kept anew: they show what was stored. */
const SETTLED_MS = 5_000;

export interface KeepOfflineProps {
  /** Mark of the session that the page is made for, and how long that goes on: only pages with it are kept. */
  keptFor: string;
  /** Null where pages aren't kept. */
  build: string | null;
  /** The report's address. */
  base: string;
  /** Where the server tells what the check makes fields of. */
  fields: string;
  /** What the report is called in a list. */
  name: string;
}

/**
 * Lets the browser keep a report's pages while there is a line, and says so on a page that comes from what is kept.
 */
export function KeepOffline({ keptFor, build, base, fields, name }: KeepOfflineProps) {
  const t = useTranslations("entryForm.offline");
  const { moment } = useMoments();
  const [since, setSince] = useState<string | null>(null);
  const [isBack, setBack] = useState(false);
  const [needs, setNeeds] = useState<Needs | null>(null);
  useStayOffline(
    (link) => setNeeds(needsOf(link)),
    () => setNeeds(null),
  );
  const words = {
    title: t("notKept"),
    lead: t("notKeptLead"),
    notYet: t("notYetLead"),
    kept: t("kept"),
    again: t("again"),
  };
  const note = JSON.stringify({ base, fields, name, words });
  useEffect(() => {
    setSince(keptSince());
    const back = () => setBack(true);
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, []);
  useEffect(() => {
    if (build === null || !keepsPages()) return;
    let timer = 0;
    const codes = new Set<string>();
    const asked = (again: boolean) => {
      const told = JSON.parse(note);
      const changed = [location.pathname, ...[...codes].map((code) => entryPath(told.base, code))];
      codes.clear();
      return { type: "keep", again, changed, lang: document.documentElement.lang, ...filesHere(), ...told };
    };
    const keep = async (again: boolean) => {
      timer = 0;
      try {
        const own = await offlineWorker(build);
        own.postMessage(asked(again));
      } catch {
        // A browser without a place for it: what is typed has its own memory.
      }
    };
    void keep(false);
    const unhear = onStoredHere((indicator) => {
      if (indicator) codes.add(indicator);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void keep(true), SETTLED_MS);
    });
    // Whoever goes on at once leaves no page behind that is older than what they said.
    const leave = () => {
      if (timer !== 0) navigator.serviceWorker.controller?.postMessage(asked(true));
      window.clearTimeout(timer);
      timer = 0;
    };
    window.addEventListener("pagehide", leave);
    return () => {
      unhear();
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [build, note]);
  return (
    <>
      <div hidden data-kept-for={keptFor} />
      {since !== null && (
        <div className="wrap wrap-work off-paper">
          <Notice tone="warning" live>
            <p>
              {t("asItWas", { moment: moment(since) })}{" "}
              {isBack && t.rich("back", { a: (chunks) => <a href={hereAgain()}>{chunks}</a> })}
            </p>
          </Notice>
        </div>
      )}
      {needs && (
        <div className="wrap wrap-work off-paper in-view">
          <Notice tone="warning" live>
            <p>{t("needsLine", { what: needs })}</p>
          </Notice>
        </div>
      )}
    </>
  );
}

type Needs = "file" | "language" | "page";

/** What a link leads to that only the server has. */
const needsOf = ({ hreflang, download, pathname }: HTMLAnchorElement): Needs =>
  hreflang ? "language" : download || /\/(?:workbook|csv)$|^\/api\//.test(pathname) ? "file" : "page";

const hereAgain = () => `${location.pathname}${location.search}`;

/** Addresses of the scripts, styles and letters that this page has loaded. */
function filesHere(): { files: string[]; styles: string[] } {
  const own = (address: string) => (address.startsWith(location.origin) ? [new URL(address).pathname] : []);
  const files = performance
    .getEntriesByType("resource")
    .flatMap(({ name }) => own(name))
    .filter((path) => path.startsWith("/_next/static/"));
  const styles = [...document.styleSheets].flatMap(({ href }) => (href === null ? [] : own(href)));
  return { files: [...new Set(files)], styles: [...new Set(styles)] };
}
