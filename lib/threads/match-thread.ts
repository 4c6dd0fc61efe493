import { matchFile } from "@/lib/exchange/import/match-file";
import { answerRequests } from "./answer-requests";

// What runs in the thread of lib/server/imports/match-in-thread.ts.

answerRequests(matchFile);
