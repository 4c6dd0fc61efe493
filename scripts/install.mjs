// Installs the dependencies as `npm start` does, which then finds them. For images: this step is kept while they don't change.
import { installDependencies } from "./steps.mjs";

await installDependencies();
