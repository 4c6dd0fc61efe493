import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the directory can be asked for: the server finds, orders and cuts the rows with it. */
export const organisationColumns: TableColumns = {
  size: 25,
  sortable: ["name", "kind"],
  hideable: ["kind", "units", "website"],
};
