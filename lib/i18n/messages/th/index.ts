// Thai is filled in for the public pages, signing in, errors, the menu and publications; a namespace that isn't here is English.
export { default as about } from "./about.json";
export { default as auth } from "./auth.json";
export { default as common } from "./common.json";
export { default as country } from "./country.json";
export { default as description } from "./description.json";
export { default as errors } from "./errors.json";
export { default as indicators } from "./indicators.json";
export { default as interruption } from "./interruption.json";
export { default as manage } from "./manage.json";
export { default as organisations } from "./organisations.json";
export { default as public } from "./public.json";
export { default as publication } from "./publication.json";
export { default as publications } from "./publications.json";
export { default as settings } from "./settings.json";
export { default as status } from "./status.json";
export { default as table } from "./table.json";
export { default as unit } from "./unit.json";
