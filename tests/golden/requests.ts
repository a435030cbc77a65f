import type { SourceRequest } from '../../src/chat/request.ts';
import type { Case } from './themes.ts';

/** A golden case as a chat asks it: the last turn, and those before. */
export function requestFor(one: Case): { readonly request: SourceRequest; readonly turns: readonly string[] } {
  const dated = one.asOf ? { asOf: one.asOf } : {};
  if ('ask' in one)
    return { request: { sort: 'ask', text: one.ask.at(-1) ?? '', ...dated }, turns: one.ask.slice(0, -1) };
  if ('check' in one) return { request: { sort: 'check', text: one.check, ...dated }, turns: [] };
  if ('outlook' in one) return { request: { sort: 'outlook', text: '', ...dated }, turns: [] };
  return { request: { sort: 'timeline', text: one.timeline ?? '', ...dated }, turns: [] };
}
