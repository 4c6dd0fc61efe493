// Settings may stand in `.env`, in the folder that the server and its commands run in; what the environment says goes first.
import { lstatSync, readFileSync } from "node:fs";
import process from "node:process";

const causes = {
  EACCES: "this user may not read it, or not enter a folder that it leads to",
  EISDIR: "it is a folder",
  ENOENT: "it leads to a file that isn't there",
};

try {
  // One that leads somewhere closed or missing is there all the same: without its settings, an installation would start as
  // a demonstration.
  if (lstatSync(".env", { throwIfNoEntry: false })) {
    readFileSync(".env");
    process.loadEnvFile(".env");
  }
} catch (error) {
  const cause = causes[error.code] ?? error.message;
  console.error(`\nThe settings in ${process.cwd()}/.env can't be read: ${cause}. Mend that, or remove it.\n`);
  process.exit(1);
}
