const COMMON = `Options
  --json            the result as one JSON object
  --as-of DATE      what held on that day (YYYY-MM-DD)
  --corpus DIR      a folder of .txt and .md documents in place of the built-in one
  --help            this text`;

/** The help of each command. */
export const HELP: Readonly<Record<string, string>> = {
  ask: `Answers a question with dated quotes from the sources, or says that they do not answer it.

  npm run ask -- "QUESTION"
  npm run ask                      a conversation (on a terminal)
  npm run ask -- --jsonl           one request a line on standard input, {"id","turns":[...],"asOf"?}; one answer a line

${COMMON}`,
  check: `Checks a claim against the sources: supported, contradicted, outdated or not found.

  npm run check -- "CLAIM"
  npm run check -- --jsonl         one request a line on standard input, {"id","claim","asOf"?}; one verdict a line

${COMMON}`,
  search: `Lists the passages that match best, best first.

  npm run search -- "QUERY"
  npm run search -- --jsonl        one request a line on standard input, {"id","query"}; one list of hits a line
  --limit N                        how many hits (1 to 1000, default 10)

${COMMON}`,
  sources: `Lists the documents, with what is known of each and how.

  npm run sources                  --json includes each one's text

${COMMON}`,
  timeline: `Lists what happened when, oldest first; what has been superseded is marked.

  npm run timeline
  npm run timeline -- "TOPIC"      only what concerns the topic

${COMMON}`,
  outlook: `Lists the scenarios, forecasts and risks that the sources name, with what has been reported since.

  npm run outlook

${COMMON}`,
};
