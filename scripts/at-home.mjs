// First in each command: the settings, the migrations and a data folder that is named from here stand in the program's own
// folder, wherever the command is called. What its arguments name is meant from where the caller stands.
import { realpathSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Beside the folder of commands, in a checkout as in an installation. */
const home = path.dirname(path.dirname(realpathSync(process.argv[1])));

// npm goes there by itself, and says where it was called.
if (process.cwd() !== home) {
  process.env.INIT_CWD = process.cwd();
  process.chdir(home);
}
