import { useTranslations } from "next-intl";
import { newPublicationPath } from "@/lib/i18n/paths";
import { queryOfSettings } from "@/lib/schemas/publications/publication-query";
import type { PublicationView } from "@/lib/views/publication-view";

/** Why a publication couldn't be made, and what to do about it. */
export function FailureText({
  publication: { id, mayMake, failure, settings },
  root,
}: {
  publication: PublicationView;
  root: string;
}) {
  const t = useTranslations("publications.failed");
  if (failure !== "contentFormat") return t("lead", { id });
  return t.rich("contentFormat", {
    make: (words) =>
      mayMake ? <a href={`${newPublicationPath(root)}?${queryOfSettings(settings)}`}>{words}</a> : words,
  });
}
