import type { Messages } from "./messages";
import type { Locale } from "./routing";

// Keys of messages are checked when the project is compiled.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
