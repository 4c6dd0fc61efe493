// What publications and cards say; what isn't here is English.
export { default as about } from "./about.json";
export { default as country } from "./country.json";
export { default as interruption } from "./interruption.json";
export { default as mail } from "./mail.json";
export { default as public } from "./public.json";
export { default as publication } from "./publication.json";
export { default as status } from "./status.json";
export { default as unit } from "./unit.json";
export { default as youthCard } from "./youth-card.json";
