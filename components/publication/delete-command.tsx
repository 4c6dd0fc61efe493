"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deletionPath } from "@/lib/i18n/paths";
import { DeleteForm, type DeletionSubject } from "./delete-form";

/** Leads to the page that asks; with a script it is asked here. */
export function DeleteCommand({ subject, here }: { subject: DeletionSubject; here: string }) {
  const t = useTranslations("publications.delete");
  const common = useTranslations("common");
  const [asked, setAsked] = useState(false);
  return (
    <>
      <ButtonLink
        href={deletionPath(here)}
        aria-haspopup="dialog"
        onClick={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        {t("open")} …
      </ButtonLink>
      <Dialog open={asked} onClose={() => setAsked(false)} title={t("ask")} titleId="ask-delete">
        <DeleteForm subject={subject} cancel={<Button onClick={() => setAsked(false)}>{common("cancel")}</Button>} />
      </Dialog>
    </>
  );
}
