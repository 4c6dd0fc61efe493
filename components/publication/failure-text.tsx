import { useTranslations } from "next-intl";
import { queryOfSettings } from "@/lib/schemas/publication-query";
import type { PublicationView } from "@/lib/views/publication-view";

/** Why a publication couldn't be made, and what to do about it. */
export function FailureText({
  publication: { id, failure, settings },
  list,
}: {
  publication: PublicationView;
  list: string;
}) {
  const t = useTranslations("publications.failed");
  if (failure !== "contentFormat") return t("lead", { id });
  return t.rich("contentFormat", {
    make: (words) => <a href={`${list}/new?${queryOfSettings(settings)}`}>{words}</a>,
  });
}
