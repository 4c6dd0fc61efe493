"use client";

import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import { Button } from "@/components/ui/button";

/** Takes a file away for good: what that means stands behind the button, with the command itself. */
export function RemoveFile({
  title,
  words: { remove, meaning, confirm },
  ...form
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  here: string;
  /** Of the file, for whoever hears the buttons one by one. */
  title: string;
  words: Record<"remove" | "meaning" | "confirm", string>;
}) {
  const unseen = <span className="vh"> {title}</span>;
  return (
    <KeptForm {...form} words={null}>
      {({ sending }) => (
        <details className="command">
          <summary className="btn btn-text">
            {remove} …{unseen}
          </summary>
          <div className="panel">
            <p>{meaning}</p>
            <div className="actions">
              <Button type="submit" aria-disabled={sending}>
                {confirm}
                {unseen}
              </Button>
            </div>
          </div>
        </details>
      )}
    </KeptForm>
  );
}
