import { type CleanedFile, cleanFile } from "@/lib/cleaning/clean-file";
import { answerRequests } from "./answer-requests";

// What runs in the thread of lib/server/files/clean-in-thread.ts.

answerRequests<Uint8Array, CleanedFile>(cleanFile);
