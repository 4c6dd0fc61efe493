import type { ReactNode } from "react";

/** A command that asks first: what it means stands behind the button, with the form that does it. */
export function Command({ label, about, children }: { label: string; about?: string; children: ReactNode }) {
  return (
    <details className="command">
      <summary className="btn">
        {label} …{about && <span className="vh"> {about}</span>}
      </summary>
      <div className="panel">{children}</div>
    </details>
  );
}
