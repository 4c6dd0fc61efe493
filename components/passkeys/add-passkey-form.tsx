"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { passkeysPath } from "@/lib/i18n/paths";
import { enteredOr, type FormState, type Refused } from "@/lib/schemas/forms/form-state";
import { askForPasskey } from "./ask-for-passkey";
import { useKnowsPasskeys } from "./use-knows-passkeys";

interface Owner {
  userId: number;
  email: string;
  locale: string;
}

/** Adds a passkey of this device, or of another that the browser reaches. It takes a script: only a script can ask a device. */
export function AddPasskeyForm(owner: Owner) {
  const t = useTranslations("auth.passkeys");
  const knows = useKnowsPasskeys();
  if (knows === null)
    return (
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
    );
  if (knows === "known") return <FormOfDevice {...owner} />;
  return (
    <Notice>
      <p>{knows === "notSupported" ? t("notSupported") : t("notOffered", { why: knows })}</p>
    </Notice>
  );
}

/** What the password was asked for is about its field. */
function aboutPassword(refused: Refused): Refused {
  const { code, args } = refused.refusal;
  if (code !== "wrongPassword" && code !== "throttled") return refused;
  return { ...refused, problems: [{ field: "currentPassword", key: code, args: { ...args } }] };
}

function FormOfDevice({ userId, email, locale }: Owner) {
  const t = useTranslations("auth.passkeys");
  const errors = useTranslations("errors");
  const add = async (_: FormState, form: FormData): Promise<FormState> => {
    const name = String(form.get("name"));
    const outcome = await askForPasskey(
      {
        options: {
          path: "/api/account/passkeys/options",
          body: { currentPassword: String(form.get("currentPassword")) },
        },
        ask: async (optionsJSON) => (await import("@simplewebauthn/browser")).startRegistration({ optionsJSON }),
        hand: { path: "/api/account/passkeys", body: { name } },
        userId,
      },
      { name: [name] },
    );
    if ("refused" in outcome) return outcome.refused.ok ? outcome.refused : aboutPassword(outcome.refused);
    window.location.assign(`${passkeysPath(locale)}?done=added`);
    return new Promise(() => {});
  };
  const [state, send, sending] = useAnsweredState(add, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {/* Tells a password manager whose password it is. */}
      <input type="text" name="username" defaultValue={email} autoComplete="username" hidden readOnly />
      <p className="note mb-3">{t("addLead")}</p>
      <TextField
        id="name"
        name="name"
        label={t("newName")}
        hint={t("nameHint")}
        error={errorOf("name")}
        defaultValue={enteredOr(state, "name")}
        autoComplete="off"
      />
      <TextField
        id="currentPassword"
        name="currentPassword"
        type="password"
        label={t("currentPassword")}
        error={errorOf("currentPassword")}
        autoComplete="current-password"
      />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("working") : t("add")}
        </Button>
      </div>
    </form>
  );
}
