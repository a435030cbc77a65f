import { type Markup, markup, NOTHING, page } from './layout.ts';

const TITLES: Readonly<Record<number, string>> = {
  404: 'Nothing here',
  429: 'One moment',
  500: 'Something went wrong',
};

/** What went wrong, in one line, and where to go on. `id` is that of a fault in the log. */
export function problemPage(status: number, message: string, id: string | undefined): Markup {
  const title = TITLES[status] ?? 'That did not work';
  return page({
    title,
    main: markup`<h1>${title}</h1>
<p class="intro">${message}</p>
${id ? markup`<p>Reference: <code>${id}</code></p>` : NOTHING}
<p><a class="button" href="/">Ask a question</a></p>`,
  });
}

/** Thanks for feedback, with the way back to the answer. */
export function thanksPage(back: string): Markup {
  return page({
    title: 'Thank you',
    main: markup`<h1>Thank you</h1>
<p class="intro">It was stored beside the answer.</p>
<p><a class="button" href="${back}">Back to the answer</a></p>`,
  });
}
