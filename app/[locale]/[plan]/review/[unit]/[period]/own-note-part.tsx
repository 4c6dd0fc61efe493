import { PlainNote } from "@/components/review/indicators/plain-note";
import type { ReviewFilter } from "@/components/review/tabs";
import type { Actor } from "@/lib/domain/permissions";
import type { Locale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { ownNote } from "@/lib/server/queries/own-note";
import type { ReportAddress } from "@/lib/views/report-view";
import { writeNoteAction } from "../../actions";

/** The reader's own notes where no script runs, and that on the indicator that the address opens. */
export async function OwnNotePart({
  actor,
  address,
  locale,
  here,
  filter: { tab, goal },
  opened,
  done,
  codes,
}: {
  actor: Actor;
  address: ReportAddress;
  locale: Locale;
  here: string;
  filter: ReviewFilter;
  opened: string | null;
  done: unknown;
  codes: string;
}) {
  const note = opened === null ? null : await ownNote(actor, address, opened);
  const filter = { tab, ...(goal !== null && { goal }) };
  return (
    <PlainNote
      {...{ codes, here, filter }}
      chosen={opened !== null && note ? { code: opened, note } : null}
      done={done === "noteKept" ? "kept" : done === "noteForgotten" ? "forgotten" : null}
      hidden={{ ...address, locale, ...filter }}
      action={ofPage(actor, writeNoteAction)}
    />
  );
}
