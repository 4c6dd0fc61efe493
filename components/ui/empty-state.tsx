import type { ReactNode } from "react";

/** Says why there is nothing and what leads on. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2 className="text-lg">{title}</h2>
      {children}
    </div>
  );
}
