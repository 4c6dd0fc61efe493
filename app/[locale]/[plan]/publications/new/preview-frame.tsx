"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/**
 * A page in a frame that may do nothing but be read. The words lie under it, so that they show until there is something
 * to cover them, without a script too; a screen reader hears when that is.
 */
export function PreviewFrame({ src, title }: { src: string; title: string }) {
  const t = useTranslations("publications.preview");
  const frame = useRef<HTMLIFrameElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    // It may have come before the script did.
    if (frame.current && performance.getEntriesByName(frame.current.src).length > 0) setShown(true);
  }, []);
  return (
    <div className="preview-frame">
      <p className="note" role="status">
        <span className={isShown ? "vh" : undefined}>{isShown ? t("shown") : t("loading")}</span>
      </p>
      <iframe ref={frame} src={src} title={title} sandbox="" onLoad={() => setShown(true)} />
    </div>
  );
}
