import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** How many forms of the page are refused: the title says so once, until none is. */
let refused = 0;

/** The browser's title says first that a form was refused: it is what a screen reader hears after sending it. */
export function useErrorInTitle(isRefused: boolean) {
  const common = useTranslations("common");
  const prefix = `${common("errorPrefix")} `;
  useEffect(() => {
    if (!isRefused) return;
    refused++;
    if (!document.title.startsWith(prefix)) document.title = `${prefix}${document.title}`;
    return () => {
      refused--;
      if (refused === 0 && document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [isRefused, prefix]);
}
