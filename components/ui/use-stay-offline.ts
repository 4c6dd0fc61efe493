"use client";

import { useEffect, useEffectEvent } from "react";
import { isKeptPage } from "@/components/offline/kept-pages";

/** A page that only the server has: not a place on this one, and not a window of its own. */
const isElsewhere = (link: HTMLAnchorElement) =>
  link.target !== "_blank" && (link.pathname !== location.pathname || link.search !== location.search);

/**
 * Without a line a link to a page that the browser doesn't keep would lead to its error page, away from what is typed or shown: the
 * page stays, and says so until the next press, or the line is back.
 */
export function useStayOffline(say: (link: HTMLAnchorElement) => void, unsay: () => void) {
  const said = useEffectEvent(say);
  const back = useEffectEvent(unsay);
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      back();
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (navigator.onLine || !link?.href || !isElsewhere(link)) return;
      event.preventDefault();
      event.stopPropagation();
      const { pathname, href } = link;
      void isKeptPage(pathname).then((isKept) => (isKept ? location.assign(href) : said(link)));
    };
    const online = () => back();
    document.addEventListener("click", stay, true);
    window.addEventListener("online", online);
    return () => {
      document.removeEventListener("click", stay, true);
      window.removeEventListener("online", online);
    };
  }, []);
}
