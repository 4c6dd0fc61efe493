import { answerRequests } from "@/lib/exchange/answer-requests";
import { matchFile } from "./match-file";

// What runs in the thread of lib/server/imports/match-in-thread.ts.

answerRequests(matchFile);
