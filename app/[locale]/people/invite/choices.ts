import type { PeopleField } from "@/components/people/people-form";
import type { roleTextOf } from "@/components/people/role-text";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { locales, nativeNames } from "@/lib/i18n/routing";
import type { GrantChoices } from "@/lib/views/people/people-view";

/** The fields that say to which role somebody is invited, and in which language. */
export function grantFields(
  { roles, places, organisations }: GrantChoices,
  text: ReturnType<typeof roleTextOf>,
  t: TranslatorOf<"people">,
  { locale, only }: { locale: string; only: boolean },
): PeopleField[] {
  const roleOptions = roles.map((role) => ({ value: role, label: text.role(role) }));
  const placeOptions = places.map((place) => ({ value: place.value, label: text.place(place) }));
  // Where there is one only it is chosen already.
  const own = (options: { value: string }[]) => (only && options.length === 1 ? options[0]!.value : undefined);
  return [
    {
      kind: "select",
      name: "organisation",
      label: t("invite.organisation"),
      options: organisations.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    { kind: "select", name: "role", label: t("invite.role"), options: roleOptions, value: own(roleOptions) },
    { kind: "select", name: "place", label: t("invite.place"), options: placeOptions, value: own(placeOptions) },
    {
      kind: "select",
      name: "language",
      label: t("invite.language"),
      value: locale,
      options: locales.map((language) => ({ value: language, label: nativeNames[language] })),
    },
  ];
}
