"use client";

import { useEffect, useId, useRef } from "react";
import { useErrorInTitle } from "./use-error-in-title";

export interface SummaryError {
  /** Id of the control that it is about; null for what no single field caused. */
  fieldId: string | null;
  message: string;
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
