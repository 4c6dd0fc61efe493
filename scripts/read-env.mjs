// Settings may stand in `.env`, in the folder that the server and its commands run in; what the environment says goes first.
import { existsSync } from "node:fs";
import process from "node:process";

if (existsSync(".env")) process.loadEnvFile(".env");
