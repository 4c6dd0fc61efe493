import type { TableColumns } from "@/lib/schemas/addresses/table-view";

/** What the table of observations can be asked for: the server reads the address with it, the browser draws it. */
export const observationColumns: TableColumns = {
  sortable: ["about", "kind", "organisation", "state", "due"],
  hideable: ["kind", "organisation", "state", "due"],
};
