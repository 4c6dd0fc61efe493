import { createTranslator } from "use-intl/core";
import { shadowWords } from "@/components/observations/shadow-words";
import { formatsOf } from "@/lib/i18n/formats";
import * as messages from "@/lib/i18n/messages/en";
import { naming } from "@/lib/i18n/unit-naming";
import { valueWordingFrom } from "@/lib/i18n/value-wording";
import { observationWordsFrom } from "../observation-words";

const observations = createTranslator({ locale: "en", messages, namespace: "observations" });

/** What public observations are put into, in English. */
export const englishWords = observationWordsFrom(
  createTranslator({ locale: "en", messages, namespace: "publicObservations" }),
  observations,
  formatsOf("en"),
  shadowWords(
    observations,
    valueWordingFrom(createTranslator({ locale: "en", messages, namespace: "values.text" }), "en"),
    naming(createTranslator({ locale: "en", messages, namespace: "unit" })),
  ),
  createTranslator({ locale: "en", messages, namespace: "country" }),
);
