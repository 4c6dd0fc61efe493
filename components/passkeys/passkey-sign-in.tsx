"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { askForPasskey } from "./ask-for-passkey";
import { useKnowsPasskeys } from "./use-knows-passkeys";

interface Place {
  locale: string;
  /** Where to go afterwards. */
  from: string | null;
}

/** Signs in by a passkey, where the browser knows any. Its place is kept, so that nothing moves when it appears. */
export function PasskeySignIn(place: Place) {
  const t = useTranslations("auth.passkeySignIn");
  return useKnowsPasskeys() === "known" ? (
    <SignInButton {...place} />
  ) : (
    <div className="actions invisible">
      <Button type="button">{t("submit")}</Button>
    </div>
  );
}

function SignInButton({ locale, from }: Place) {
  const t = useTranslations("auth.passkeySignIn");
  const errors = useTranslations("errors");
  const signIn = async (): Promise<FormState> => {
    const outcome = await askForPasskey<{ href: string }>({
      options: { path: "/api/sign-in/passkey/options", body: {} },
      ask: async (optionsJSON) => (await import("@simplewebauthn/browser")).startAuthentication({ optionsJSON }),
      userId: null,
      hand: { path: "/api/sign-in/passkey", body: { locale, ...(from && { from }) } },
    });
    if ("refused" in outcome) return outcome.refused;
    window.location.assign(outcome.said.href);
    // It is on its way until the next page is there.
    return new Promise(() => {});
  };
  const [state, send, sending] = useAnsweredState(signIn, { unanswered: "signInUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send}>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {sending ? t("working") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
