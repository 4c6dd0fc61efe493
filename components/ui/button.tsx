import type { ComponentProps } from "react";

type Look = "main" | "plain" | "text";

const classOf: Record<Look, string> = { main: "btn btn-main", plain: "btn", text: "btn btn-text" };

/** `main` is for the one action that the page is about; `text` looks like a link. */
export function Button({
  look = "plain",
  type = "button",
  className = "",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={`${classOf[look]} ${className}`.trim()} {...rest} />;
}

/** A link that stands where a button would: it leads somewhere and changes nothing. */
export function ButtonLink({ look = "plain", className = "", ...rest }: ComponentProps<"a"> & { look?: Look }) {
  return <a className={`${classOf[look]} ${className}`.trim()} {...rest} />;
}
