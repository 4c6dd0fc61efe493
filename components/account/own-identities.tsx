import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { OwnIdentitiesView } from "@/lib/views/signed-in-view";
import { UnlinkForm } from "./unlink-form";

/** What somebody may sign in by besides their password; nothing where there is neither a provider nor anything of one. */
export function OwnIdentities({
  view: { provider, identities },
  email,
  locale,
  unlink,
}: {
  view: OwnIdentitiesView;
  email: string;
  locale: string;
  unlink: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("auth.identities");
  const { moment } = useMoments();
  if (provider === null && identities.length === 0) return null;
  return (
    <section className="block" aria-labelledby="identities">
      <h2 id="identities">{t("title")}</h2>
      {identities.length === 0 && <p className="note">{t("none", { provider: provider ?? "" })}</p>}
      {identities.map(({ id, provider, isInUse, linkedAt, usedAt }) => (
        <Fragment key={id}>
          <dl className="facts">
            <dt>{t("provider")}</dt>
            <dd className="wrap-anywhere">
              {provider}
              {!isInUse && <span className="note"> {t("notInUse")}</span>}
            </dd>
            <dt>{t("linked")}</dt>
            <dd>{moment(linkedAt)}</dd>
            <dt>{t("used")}</dt>
            <dd>{moment(usedAt)}</dd>
          </dl>
          <div className="mt-4">
            <UnlinkForm action={unlink} {...{ id, provider, email, locale }} />
          </div>
        </Fragment>
      ))}
    </section>
  );
}
