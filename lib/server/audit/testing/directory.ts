import "server-only";
import { addOrganisation } from "@/lib/server/commands/organisations/add-organisation";
import { archiveOrganisation } from "@/lib/server/commands/organisations/archive-organisation";
import { changeOrganisation } from "@/lib/server/commands/organisations/change-organisation";
import { restoreOrganisation } from "@/lib/server/commands/organisations/restore-organisation";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** What is done to the directory of organisations, with words that can be told. */
export function directory(world: World): Step[] {
  let id = 0;
  const entry = (of: string) => ({
    name: words(of),
    names: [{ locale: "th" as const, name: words(`${of}-th`) }],
    acronym: "Malee",
    kind: "government" as const,
    unitIds: [],
    website: "https://malee.home.example/",
  });
  const by = () => world.plan.actors.secretariat;
  return [
    [
      "organisations/add-organisation",
      async () => {
        id = await addOrganisation(by(), entry("organisation"));
      },
    ],
    ["organisations/change-organisation", () => changeOrganisation(by(), { id, rowVersion: 1 }, entry("renamed"))],
    ["organisations/archive-organisation", () => archiveOrganisation(by(), { id, rowVersion: 2 }, now)],
    ["organisations/restore-organisation", () => restoreOrganisation(by(), { id, rowVersion: 3 })],
  ];
}
