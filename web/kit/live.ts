// Parts of a page that are fetched anew (htmx), under the page's strict content policy.
import htmx from "htmx.org";
import { say, spoken } from "./told";

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.scrollIntoViewOnBoost = false;
htmx.config.timeout = 30_000;
// A page kept for the back button would keep people's data in the browser.
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;

type Asking = CustomEvent<{ verb: string; parameters: Record<string, unknown> }>;

// An address says what was chosen, not what was not.
document.addEventListener("htmx:configRequest", (event) => {
  const { verb, parameters } = (event as Asking).detail;
  if (verb !== "get") return;
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});

type Answered = CustomEvent<{ xhr: XMLHttpRequest }>;

document.addEventListener("htmx:responseError", (event) => say((event as Answered).detail.xhr.responseText));
document.addEventListener("htmx:sendError", () => say(spoken("offline")));
document.addEventListener("htmx:timeout", () => say(spoken("offline")));
