"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";

export interface SummaryError {
  /** Id of the control that it is about; null for what no single field caused. */
  fieldId: string | null;
  message: string;
}

/** How many forms of the page are refused: the title says so once, until none is. */
let refused = 0;

/** The browser's title says first that a form was refused: it is what a screen reader hears after sending it. */
function useErrorInTitle(isRefused: boolean) {
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

/** Stands first in the form, takes the focus when it appears or changes, and leads to each field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useErrorInTitle(errors.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of errors is another appearance
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}:${message}`}>
            {fieldId ? (
              <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The label should be in view as well, not only the control. */
function focusField(event: React.MouseEvent, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
