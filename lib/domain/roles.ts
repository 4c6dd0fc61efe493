// By themselves: a page that names people needs them, and nothing of who may do what.

export const roles = [
  "focalPoint",
  "contributor",
  "delegate",
  "secretariat",
  "csoMember",
  "csoReporter",
  "youthFacilitator",
  "partner",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof roles)[number];
