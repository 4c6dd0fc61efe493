import "server-only";
import type { OrganisationKind } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";

/** The one password of all demo accounts. It is printed on the sign-in page, so it protects nothing. */
export const demoPassword = "mekong-demo-2018";

interface DemoAccount {
  email: string;
  name: string;
  organisation: { name: string; kind: OrganisationKind };
  role: Role;
  /** Code of the country; null for all units. */
  unit: string | null;
  /** A contributor enters the country's indicators whose codes begin so. */
  assigned?: string;
}

const country = (unit: string, place: string, name: string): DemoAccount => ({
  email: `focal.${place}@demo.spaiv.example`,
  name: `Focal point, ${name}`,
  organisation: { name: `National task force, ${name} (made up)`, kind: "government" },
  role: "focalPoint",
  unit,
});

const civilSociety = (
  ...[unit, place, name, organisation, role = "csoMember"]: [string, string, string, string, role?: Role]
): DemoAccount => ({
  email: `cso.${place}@demo.spaiv.example`,
  name: `Civil society, ${name}`,
  organisation: { name: `${organisation}, ${name} (made up)`, kind: "civilSociety" },
  role,
  unit,
});

const secretariat = { name: "COMMIT Secretariat (made up)", kind: "secretariat" } as const;

/** Made-up people, one or more for each role. The two of the secretariat can review each other's regional report. */
export const demoAccounts: readonly DemoAccount[] = [
  country("KHM", "cambodia", "Cambodia"),
  country("CHN", "china", "China"),
  country("LAO", "laopdr", "Lao PDR"),
  country("MMR", "myanmar", "Myanmar"),
  country("THA", "thailand", "Thailand"),
  country("VNM", "vietnam", "Viet Nam"),
  {
    email: "prosecution.thailand@demo.spaiv.example",
    name: "Contributor, Thailand",
    organisation: { name: "Office of the Attorney General, Thailand (made up)", kind: "government" },
    role: "contributor",
    unit: "THA",
    assigned: "G7.",
  },
  {
    email: "delegate.thailand@demo.spaiv.example",
    name: "Delegate, Thailand",
    organisation: { name: "National task force, Thailand (made up)", kind: "government" },
    role: "delegate",
    unit: "THA",
  },
  {
    email: "secretariat@demo.spaiv.example",
    name: "Secretariat",
    organisation: secretariat,
    role: "secretariat",
    unit: null,
  },
  {
    email: "secretariat.second@demo.spaiv.example",
    name: "Secretariat, second officer",
    organisation: secretariat,
    role: "secretariat",
    unit: null,
  },
  {
    email: "cso@demo.spaiv.example",
    name: "CSO member",
    organisation: { name: "Civil Society Platform (made up)", kind: "civilSociety" },
    role: "csoMember",
    unit: null,
  },
  civilSociety("KHM", "cambodia", "Cambodia", "Legal Aid Circle"),
  civilSociety("THA", "thailand", "Thailand", "Shelter Network", "csoReporter"),
  civilSociety("VNM", "vietnam", "Viet Nam", "Return and Family Centre"),
  {
    email: "youth@demo.spaiv.example",
    name: "Youth facilitator",
    organisation: { name: "Mekong Youth Network (made up)", kind: "youth" },
    role: "youthFacilitator",
    unit: null,
  },
  {
    email: "auditor@demo.spaiv.example",
    name: "Auditor",
    organisation: { name: "Audit Office (made up)", kind: "secretariat" },
    role: "auditor",
    unit: null,
  },
  {
    email: "administrator@demo.spaiv.example",
    name: "Administrator",
    organisation: secretariat,
    role: "administrator",
    unit: null,
  },
];
