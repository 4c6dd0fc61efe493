"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import { Icon } from "@/components/ui/icon";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { useMendPlace } from "./mend-context";

const panel = lateCode(() => import("./mend-panel").then(({ MendPanel }) => MendPanel));

interface Props {
  code: string;
  isDone: boolean;
  /** The person may enter it now. */
  mayMend: boolean;
  what: "answer" | "mend" | "look";
  /** The way to its own page, where it stands among what opens its fields: without a script there is nothing else. */
  href?: string;
  /** Its line. */
  children: ReactNode;
  /** Beside what opens its fields. */
  beside?: ReactNode;
}

/**
 * An indicator of the check that something is to be done about: its line, and its fields once they are asked for. Done, it
 * stays where it is and says so, until the page is loaded again.
 */
export function MendHere({ code, isDone, mayMend, what, href, children, beside }: Props) {
  const t = useTranslations("entry.check");
  const { open, setOpen } = useMendPlace();
  const line = useId();
  const isOpen = open[code] === line;
  const isAwake = useIsAwake();
  const box = useRef<HTMLLIElement>(null);
  const words = (
    <>
      {t("mend", { what: isOpen ? "close" : mayMend && !isDone ? what : "look" })} <span className="vh">{code}</span>
    </>
  );
  return (
    <li
      ref={box}
      id={what === "answer" ? `do-${code}` : undefined}
      className={isDone ? "done" : undefined}
      data-mending=""
    >
      {children}
      <span className="to-do-acts">
        {isDone ? (
          <span className="state ok">
            <Icon name="check" />
            {t("done")}
          </span>
        ) : (
          beside
        )}
        {href && !(mayMend && isAwake) ? (
          <a href={href} className="off-paper">
            {words}
          </a>
        ) : (
          mayMend && (
            <button
              type="button"
              className={`${href ? "link" : "btn with-script"} off-paper`}
              disabled={!isAwake}
              aria-expanded={isOpen}
              onClick={() => setOpen(code, isOpen ? null : line)}
            >
              {words}
            </button>
          )
        )}
      </span>
      {isOpen && (
        <Late
          code={panel}
          of={{ code, isWanted: () => box.current?.contains(document.activeElement) ?? false }}
          fallback={<p className="mend note">{t("reading")}</p>}
        />
      )}
    </li>
  );
}
