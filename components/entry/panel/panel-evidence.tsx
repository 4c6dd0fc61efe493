"use client";

import { useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { EvidenceBlock } from "@/components/evidence/evidence-block";
import { LinkForm } from "@/components/evidence/link-form";
import { entryPath } from "@/lib/i18n/paths";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What backs the chosen indicator. */
export function PanelEvidence({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("sourceFiles.evidence");
  const { hidden, userId, forms, base } = useEntry();
  const { plan = "", unit = "", period = "" } = hidden;
  const { code, evidence, abilities } = indicator;
  return (
    <section>
      <h3>{t("title")}</h3>
      <EvidenceBlock
        evidence={evidence}
        address={{ plan, unit, period }}
        indicator={code}
        userId={userId}
        may={{ add: abilities.addEvidence, removeAll: abilities.removeEvidence }}
        remove={forms.removeEvidence}
        link={
          <LinkForm
            {...{ evidence, userId }}
            action={forms.evidence}
            hidden={{ ...hidden, indicator: code }}
            pick={
              <p>
                <a href={`${entryPath(base, code)}?documents=#evidence`}>{t("link.document.open")}</a>
              </p>
            }
          />
        }
      />
    </section>
  );
}
