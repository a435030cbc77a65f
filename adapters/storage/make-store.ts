import type { Insertable } from 'kysely';
import type { PendingEvents } from '../../src/pending-events.ts';
import type { Scope } from '../../src/store/scope.ts';
import type { Store } from '../../src/store.ts';
import {
  insertAnswers,
  rowOfAnswer,
  selectAnswer,
  selectDeclined,
  selectDeclinedIn,
  selectRecentAnswers,
  selectTurns,
  selectTurnsOf,
} from './answers.ts';
import { insertClaim } from './claims.ts';
import { type Engine, makeConnection } from './connection.ts';
import { insertCorpusState, selectCorpusState } from './corpus-states.ts';
import { countHeld, deleteHeld, sweepOld } from './deletion.ts';
import { moveDelivery, prolongDelivery, selectAbandoned, selectDeliveries, takeDelivery } from './deliveries.ts';
import { deleteEvents, sweepEvents } from './events-deletion.ts';
import { selectFeedback, upsertFeedback } from './feedback.ts';
import { groupCommit } from './group-commit.ts';
import { deleteInstallation, selectInstallation, selectInstallations, upsertInstallation } from './installations.ts';
import { type EventStep, prolongEvents, takeEvents, writeSteps } from './pending-events.ts';
import type { AnswerTable } from './schema.ts';
import { deleteSetting, selectSetting, upsertSetting } from './settings.ts';
import {
  advanceStanding,
  deleteStanding,
  selectStanding,
  selectStandingToReview,
  selectWatchedBy,
  upsertStanding,
} from './standing.ts';
import {
  deleteSubscription,
  moveNext,
  pauseActive,
  selectDueSubscriptions,
  selectEverySubscription,
  selectSubscription,
  selectSubscriptions,
  upsertSubscription,
} from './subscriptions.ts';

/**
 * The store on an engine: what each method does stands in the file of its table, the same for both engines. Claims and
 * pending events may have an engine of their own.
 */
export function makeStore(engine: Engine, eventsEngine?: Engine): Store & PendingEvents {
  const main = makeConnection(engine);
  const { use } = main;
  const passing = eventsEngine ? makeConnection(eventsEngine) : main;
  const forget = async (scope: Scope, person?: string) => {
    await passing.use((db) => deleteEvents(db, scope, person));
    return use((db) => deleteHeld(db, scope, person));
  };
  const answers = groupCommit<Insertable<AnswerTable>>((rows) => use((db) => insertAnswers(db, rows)));
  const events = groupCommit<EventStep>((steps) => passing.use((db) => writeSteps(db, steps)));
  return {
    turns: (scope, conversation, limit) => use((db) => selectTurns(db, scope, conversation, limit)),
    recordAnswer: (scope, answer) => answers.add(rowOfAnswer(scope, answer)),
    answer: (scope, id) => use((db) => selectAnswer(db, scope, id)),
    turnsOf: (scope, id) => use((db) => selectTurnsOf(db, scope, id)),
    recentAnswers: (scope, person, limit) => use((db) => selectRecentAnswers(db, scope, person, limit)),
    declined: (since, scope) => use((db) => selectDeclined(db, since, scope)),
    declinedIn: (scope, channel, limit) => use((db) => selectDeclinedIn(db, scope, channel, limit)),

    giveFeedback: (scope, feedback) => use((db) => upsertFeedback(db, scope, feedback)),
    feedbackOn: (scope, answer) => use((db) => selectFeedback(db, scope, answer)),

    setting: (scope, subject, name) => use((db) => selectSetting(db, scope, subject, name)),
    saveSetting: (scope, subject, name, value) => use((db) => upsertSetting(db, scope, subject, name, value)),
    removeSetting: (scope, subject, name) => use((db) => deleteSetting(db, scope, subject, name)),

    claimOnce: (key, now, keepUntil) => passing.use((db) => insertClaim(db, key, now, keepUntil)),

    acceptEvent: async (event, lease, keepUntil) => {
      const step = { sort: 'accept' as const, event, lease, keepUntil, accepted: false };
      await events.add(step);
      return step.accepted;
    },
    beginPosting: async (key, owner) => {
      const step = { sort: 'begin' as const, key, owner, begun: false };
      await events.add(step);
      return step.begun;
    },
    settleEvent: (key) => events.add({ sort: 'settle', key }),
    renewEvents: (lease) => passing.use((db) => prolongEvents(db, lease)),
    takeOverEvents: (platform, lease, limit) => passing.use((db) => takeEvents(db, platform, lease, limit)),

    saveInstallation: (installation) => use((db) => upsertInstallation(db, installation)),
    installation: (scope) => use((db) => selectInstallation(db, scope)),
    removeInstallation: (scope) => use((db) => deleteInstallation(db, scope)),
    installations: (platform) => use((db) => selectInstallations(db, platform)),

    saveSubscription: (subscription) => use((db) => upsertSubscription(db, subscription)),
    subscription: (scope, id) => use((db) => selectSubscription(db, scope, id)),
    subscriptions: (scope) => use((db) => selectSubscriptions(db, scope)),
    everySubscription: () => use((db) => selectEverySubscription(db)),
    removeSubscription: (scope, id) => use((db) => deleteSubscription(db, scope, id)),
    dueSubscriptions: (now, limit, platforms) => use((db) => selectDueSubscriptions(db, now, limit, platforms)),
    scheduleNext: (scope, id, due, next) => use((db) => moveNext(db, scope, id, due, next)),
    pauseSubscription: (scope, id, because) => use((db) => pauseActive(db, scope, id, because)),

    claimDelivery: (key, lease) => use((db) => takeDelivery(db, key, lease)),
    renewDelivery: (key, lease) => use((db) => prolongDelivery(db, key, lease)),
    recordDelivery: (key, owner, outcome, told) => use((db) => moveDelivery(db, key, owner, outcome, told)),
    deliveries: (scope, subscription, limit) => use((db) => selectDeliveries(db, scope, subscription, limit)),
    abandonedDeliveries: (now, limit, of) => use((db) => selectAbandoned(db, now, limit, of)),

    saveCorpusState: (version, state, at) => use((db) => insertCorpusState(db, version, state, at)),
    corpusState: (version) => use((db) => selectCorpusState(db, version)),

    saveStanding: (standing) => use((db) => upsertStanding(db, standing)),
    standing: (scope, id) => use((db) => selectStanding(db, scope, id)),
    watchedBy: (scope, person) => use((db) => selectWatchedBy(db, scope, person)),
    removeStanding: (scope, id) => use((db) => deleteStanding(db, scope, id)),
    standingToReview: (corpus, limit) => use((db) => selectStandingToReview(db, corpus, limit)),
    moveStanding: (standing, from) => use((db) => advanceStanding(db, standing, from)),

    held: (scope, person) => use((db) => countHeld(db, scope, person)),
    forgetPerson: forget,
    forgetWorkspace: forget,
    sweep: async (before, now) => ({
      ...(await use((db) => sweepOld(db, before))),
      claims: await passing.use((db) => sweepEvents(db, before, now)),
    }),

    ping: async () => {
      await main.ping();
      if (passing !== main) await passing.ping();
    },
    close: async () => {
      await Promise.all([answers.idle(), events.idle()]);
      await Promise.all([main.close(), passing.close()]);
    },
  };
}
