import type { Answer } from '../../../src/answer/answer.ts';
import { MAX_QUESTION_CHARACTERS } from '../../../src/question/read.ts';
import { answeredReply, declinedReply, type Reach } from '../../../src/reply/answer-reply.ts';
import { alertMarkup, asOfField } from './fields.ts';
import { list, type Markup, markup, NOTHING, page } from './layout.ts';
import { replyMarkup } from './reply-markup.ts';

/** A question of the conversation with its answer. */
export interface Exchange {
  readonly question: string;
  readonly answer: Answer;
}

export interface AskPage {
  readonly reach: Reach;
  readonly openings: readonly string[];
  readonly asOf?: string | undefined;
  /** What was typed and cannot be asked, and why. */
  readonly refused?: { readonly typed: string; readonly message: string } | undefined;
}

/** The page before anything is asked. */
export function startPage({ reach, openings, asOf, refused }: AskPage): Markup {
  return page({
    title: 'Ask the sources',
    place: '/',
    main: markup`<div class="start">
<h1>What do you want to know?</h1>
<p class="intro">Answers are quotes: dated, numbered, and one click from the words in their document. What the sources do not say is not said.</p>
${refused ? alertMarkup(refused.message) : NOTHING}
${askForm({ label: 'Your question', button: 'Ask', turns: [], asOf, newest: reach.newest, typed: refused?.typed ?? '' })}
${openings.length > 0 ? suggestions('To begin with', openings, [], asOf) : NOTHING}
<p class="reach">${reachLine(reach)} <a href="/sources">See them</a>, or <a href="/timeline">what happened when</a>.</p>
</div>`,
  });
}

/** A conversation: the last question and its answer, what was asked before, and the form that goes on. */
export function conversationPage(
  exchanges: readonly [...Exchange[], Exchange],
  answerId: string,
  { reach, asOf }: Pick<AskPage, 'reach' | 'asOf'>,
): Markup {
  const turns = exchanges.map(({ question }) => question);
  const last = exchanges[exchanges.length - 1] as Exchange;
  const { answer } = last;
  return page({
    title: `${last.question} · Ask the sources`,
    place: '/',
    main: markup`<div class="talk">
${exchanges.length > 1 ? earlier(exchanges.slice(0, -1), reach) : NOTHING}
<article class="answer ${answer.outcome}" aria-labelledby="asked">
<h1 id="asked" class="asked">${last.question}</h1>
${answerMarkup(answer, reach)}
${feedbackForm(answerId, turns, asOf)}
</article>
${answer.outcome === 'answered' && answer.followUps.length > 0 ? suggestions('Ask next', answer.followUps, turns, asOf) : NOTHING}
${askForm({ label: 'Ask on', button: 'Ask', turns, asOf, newest: reach.newest, typed: '' })}
<p class="fresh"><a href="/">Begin another topic</a></p>
</div>`,
  });
}

function answerMarkup(answer: Answer, reach: Reach): Markup {
  return answer.outcome === 'answered'
    ? replyMarkup(answeredReply(answer, reach), answer.citations)
    : replyMarkup(declinedReply(answer, reach), answer.nearest);
}

function earlier(exchanges: readonly Exchange[], reach: Reach): Markup {
  return markup`<section class="before" aria-label="Asked before">${list(
    exchanges.map(
      ({ question, answer }) =>
        markup`<details><summary>${question}</summary><div class="answer">${answerMarkup(answer, reach)}</div></details>`,
    ),
  )}</section>`;
}

function askForm({
  label,
  button,
  turns,
  asOf,
  newest,
  typed,
}: {
  readonly label: string;
  readonly button: string;
  readonly turns: readonly string[];
  readonly asOf: string | undefined;
  readonly newest: string | undefined;
  readonly typed: string;
}): Markup {
  return markup`<form class="ask" action="/" method="get" role="search">
${hiddenTurns(turns)}
<label for="q">${label}</label>
<div class="row"><input type="text" id="q" name="q" value="${typed}" required maxlength="${MAX_QUESTION_CHARACTERS}" autocomplete="off" enterkeyhint="send"><button>${button}</button></div>
${asOfField(asOf, newest)}
</form>`;
}

function hiddenTurns(turns: readonly string[]): Markup {
  return list(turns.map((turn) => markup`<input type="hidden" name="q" value="${turn}">`));
}

/** The address of a conversation: its turns, and the day asked for. */
export function addressOf(turns: readonly string[], asOf: string | undefined): string {
  const query = new URLSearchParams(turns.map((turn): [string, string] => ['q', turn]));
  if (asOf) query.set('asOf', asOf);
  return `/?${query}`;
}

function suggestions(
  heading: string,
  questions: readonly string[],
  turns: readonly string[],
  asOf: string | undefined,
): Markup {
  return markup`<section class="next" aria-labelledby="next"><h2 id="next">${heading}</h2><ul>${list(
    questions.map(
      (question) => markup`<li><a class="chip" href="${addressOf([...turns, question], asOf)}">${question}</a></li>`,
    ),
  )}</ul></section>`;
}

function feedbackForm(answerId: string, turns: readonly string[], asOf: string | undefined): Markup {
  return markup`<form class="feedback" action="/feedback" method="post">
<input type="hidden" name="answer" value="${answerId}">
<input type="hidden" name="back" value="${addressOf(turns, asOf)}">
<fieldset><legend>Was this helpful?</legend>
<label><input type="radio" name="verdict" value="helpful" required> Yes</label>
<label><input type="radio" name="verdict" value="not-helpful"> No</label>
<label class="why">Why <input type="text" name="reason" maxlength="500" autocomplete="off" placeholder="optional"></label>
<button class="quiet">Send</button>
</fieldset></form>`;
}

function reachLine({ documents, oldest, newest }: Reach): string {
  const dates = oldest && newest ? `, reporting from ${oldest} to ${newest}` : '';
  return `${documents} ${documents === 1 ? 'document' : 'documents'}${dates}.`;
}
