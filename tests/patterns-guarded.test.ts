/** Patterns that are not looked for where a word is wanting without which they do not match. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../index/lexicon/lexicon.ts';
import { relationsAsked } from '../src/answer/relations.ts';
import { wordingsOf } from '../src/answer/wordings.ts';
import { KINDS, mayHaveForm } from '../src/question/kind.ts';
import { maySpeakTo, SPOKEN_TO } from '../src/question/pressing.ts';
import type { Question } from '../src/question/question.ts';
import { runs } from './corpora.ts';

/** Texts of which some match a pattern: its assertions are left out, since fast-check makes none that hold. */
function textsLike(pattern: RegExp): fc.Arbitrary<string> {
  const flags = pattern.flags.replace(/[gi]/g, '');
  const bare = new RegExp(withoutAssertions(pattern.source), flags);
  return fc
    .tuple(fc.stringMatching(bare, { size: '-1' }), fc.constantFrom('', 'the ', ' mill', ', '))
    .map(([text, more]) => (more.endsWith(' ') ? `${more}${text}` : `${text}${more}`));
}

function withoutAssertions(source: string): string {
  let rest = source.replace(/\\[bB]/g, '');
  for (let open = rest.search(/\(\?<?[=!]/); open >= 0; open = rest.search(/\(\?<?[=!]/)) {
    let depth = 0;
    let end = open;
    let inClass = false;
    do {
      const sign = rest[end];
      if (sign === '\\') end += 1;
      else if (inClass) inClass = sign !== ']';
      else if (sign === '[') inClass = true;
      else if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      end += 1;
    } while (depth > 0);
    rest = rest.slice(0, open) + rest.slice(end);
  }
  return rest;
}

describe('the form of a question', () => {
  it.each(KINDS.map(([kind, pattern, wanted = '']) => [kind, pattern, wanted] as const))(
    'is looked for where something stands that has it: %s',
    (_, pattern, wanted) => {
      let matched = 0;
      fc.assert(
        fc.property(textsLike(pattern), (made) => {
          const text = made.toLowerCase();
          if (!pattern.test(text)) return;
          matched += 1;
          expect(mayHaveForm(text)).toBe(true);
          expect(text).toContain(wanted);
        }),
        runs(300),
      );
      expect(matched).toBeGreaterThan(0);
    },
  );
});

describe('what is said to whom one asks', () => {
  it.each(SPOKEN_TO.map((pattern) => [pattern.source.slice(0, 40), pattern] as const))(
    'is looked for where somebody may be spoken to: %s',
    (_, pattern) => {
      fc.assert(
        fc.property(textsLike(pattern), (text) => {
          if (text.search(pattern) >= 0) expect(maySpeakTo(text)).toBe(true);
        }),
        runs(300),
      );
    },
  );
});

describe('the relations of the catalogue', () => {
  const lexicon = loadLexicon();
  const asked = (text: string) => {
    const question: Question = { text, kind: 'open', needs: [], stems: [], asOfAsked: false, leans: false, query: '' };
    return relationsAsked(question, lexicon).map(({ of }) => of);
  };

  it('are asked for by each of their phrases, in capitals too and within a question', () => {
    for (const { of, asks, unless } of lexicon.relations) {
      for (const phrase of asks.flatMap(wordingsOf)) {
        const said = phrase.replaceAll(' ... ', ' the old mill ').replaceAll('*', 's').replaceAll('#', '7');
        const text = `Say, ${said}, please`;
        // What the phrase of another, or of its own exceptions, holds is another matter.
        if (unless?.some((other) => said.includes(other.split(/[ *]/)[0] ?? ''))) continue;
        expect(asked(text), phrase).toContain(of);
        expect(asked(text.toUpperCase()), phrase).toContain(of);
      }
    }
  });
});
