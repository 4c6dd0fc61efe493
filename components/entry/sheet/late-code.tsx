"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useReducer, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AloudText, sayNext, silent } from "@/components/ui/aloud";
import { Notice } from "@/components/ui/notice";

type Part<Props> = (props: Props) => ReactNode;
interface Again {
  /** Fails where the code doesn't come this time either. */
  onAgain: () => Promise<void>;
}

/** Code of a part of the page that comes after it. */
export interface LateCode<Props> {
  /** Null until it came. */
  come: Part<Props> | null;
  ask: () => Promise<Part<Props>>;
}

/** @param isSoon whether it comes at the first sign of a hand; it is asked for anyway once it is needed */
export function lateCode<Props>(load: () => Promise<Part<Props>>, isSoon = false): LateCode<Props> {
  const code: LateCode<Props> = {
    come: null,
    ask: async () => {
      code.come = await load();
      return code.come;
    },
  };
  if (isSoon && typeof window !== "undefined")
    for (const sign of ["focusin", "pointerover"])
      window.addEventListener(sign, () => void code.ask().catch(() => {}), { once: true });
  return code;
}

// One for each place: React asks no second time for what failed.
const later = <Props extends object>(code: LateCode<Props>) =>
  lazy<Part<Props & Again>>(() =>
    code.ask().then(
      (part) => ({ default: part }),
      () => ({ default: NotCome }),
    ),
  );

/**
 * A part of the page by code that comes late. Where it doesn't come, the page and what is typed in it stay: a notice stands
 * in its place, and it is asked for again from there.
 * @param fallback while it is on its way
 */
export function Late<Props extends object>({
  code,
  of,
  fallback,
}: {
  code: LateCode<Props>;
  of: Props;
  fallback?: ReactNode;
}) {
  // The same as long as it is open: another would be drawn from nothing, under the hand.
  const [Shown, show] = useState<Part<Props & Again>>(() => code.come ?? later(code));
  const box = useRef<HTMLDivElement>(null);
  const onAgain = async () => {
    const part = await code.ask();
    flushSync(() => show(() => part));
    // The hand was on the button, which is gone.
    if (document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>("a[href], button, input, select, textarea")?.focus();
  };
  return (
    <div ref={box} className="contents">
      <Suspense fallback={fallback}>
        <Shown {...of} onAgain={onAgain} />
      </Suspense>
    </div>
  );
}

function NotCome({ onAgain }: Again) {
  const t = useTranslations("entryForm.late");
  const [aloud, say] = useReducer(sayNext, { ...silent, text: t("failed") });
  // Code of an earlier build is gone for good once there is another: then only a new page has its parts.
  const isGone = aloud.times > 0;
  return (
    <Notice tone="warning" live>
      <p>
        <AloudText aloud={aloud} />{" "}
        <button type="button" className="link" onClick={() => onAgain().catch(() => say(t("gone")))}>
          {t("again")}
        </button>{" "}
        {isGone && (
          <button type="button" className="link" onClick={() => window.location.reload()}>
            {t("reload")}
          </button>
        )}
      </p>
    </Notice>
  );
}
