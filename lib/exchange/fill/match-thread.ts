import { answerRequests } from "../answer-requests";
import { matchFile } from "./match-file";

// What runs in the thread of lib/server/reporting/match-in-thread.ts.

answerRequests(matchFile);
