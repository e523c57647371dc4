import { randomUUID } from 'node:crypto';
import { callersOf, ownOnly, type Caller } from './callers';
import type { Stage } from './stage';
import { judge } from './judge';
import { namesNobodysObject, operations, type Operation } from './operations';
import { problemIn, type Draft, type Reply } from './send';
import type { Filling, World } from './world';

/** A request that succeeded. */
interface Success {
  readonly caller: Caller | undefined;
  readonly draft: Draft;
  readonly reply: Reply;
}
/** What became of all operations. */
export interface ReachReport {
  /** Operation → who reached it. */
  readonly reached: ReadonlyMap<string, string>;
  /** Operation → the last refusal. */
  readonly missed: ReadonlyMap<string, string>;
  /** What should not have been. */
  readonly faults: readonly string[];
  /** Creations whose key was tried with other content. */
  readonly keysTried: number;
  /** Operations that somebody else tried on an object that is there. */
  readonly strangersTried: number;
}

const fillings: readonly Filling[] = [
  { full: false, turn: 0 },
  { full: true, turn: 0 },
  { full: true, turn: 1 },
  { full: true, turn: 2 },
];
/** They take something away, and come last. */
const ends = /^(?:end|remove|revoke|suspend|reject|retire|withdraw|undo|decline|refer|markNeed)/;
const rankOf = (operation: Operation): number => {
  if (ends.test(operation.id)) return 3;
  return operation.method === 'GET' ? 0 : operation.kind === 'create' || operation.kind === 'call' ? 1 : 2;
};

/** Without them there would be no world; the client checks what they answer. */
const made = [
  'startSession',
  'inviteCommunity',
  'previewInvitation',
  'acceptInvitation',
  'createInvitation',
  'issuePasswordReset',
  'redeemPasswordReset',
];
/** Of somebody else they are not there at all; elsewhere an object may be seen and not touched. */
const unseen = /^\/(?:responses|appointments|agreements|objections|payer-reviews|introductions|notices|imports)\//;
/** A list that shows only what the caller may see: of what is somebody else's, nothing. */
const showsNothing = ({ status, body }: Reply): boolean =>
  status === 200 && JSON.stringify(body) === '{"items":[],"nextCursor":null}';
/** Whoever may do it may do it to what somebody else has posted. */
const openToAll: ReadonlySet<string> = new Set(['createResponse', 'joinNeed']);

async function tryAs(
  world: World,
  operation: Operation,
  caller: Caller | undefined,
  filling: Filling,
  stage?: Stage,
): Promise<Success> {
  const { as: _as, ...staged } = stage ?? {};
  let draft: Draft = { ...world.seeing(operation, filling), ...staged, key: randomUUID() };
  const version = Object.values(draft.path ?? {})
    .flatMap((id) => world.harvest.versionOf(id) ?? [])
    .at(-1);
  draft = { ...draft, ifMatch: `"${version ?? 1}"` };
  let reply = await world.ask(operation, draft, caller);
  if (reply.status === 412) {
    const current = /\d+/.exec(problemIn(reply).detail ?? '')?.[0];
    draft = { ...draft, ifMatch: `"${current}"` };
    reply = await world.ask(operation, draft, caller);
  }
  return { caller, draft, reply };
}

/** The same key again gives the same answer; with other content it is refused. @returns faults, null when not tried */
async function repeat(world: World, operation: Operation, first: Success): Promise<string[] | null> {
  if (operation.upload)
    // Every file is another content.
    return judge(
      `${operation.id} key with another file`,
      await world.ask(operation, first.draft, first.caller),
      [422],
      (said) => said.code === 'key-reused',
    );
  const again = await world.ask(operation, first.draft, first.caller);
  const same = again.status === first.reply.status && JSON.stringify(again.body) === JSON.stringify(first.reply.body);
  const faults =
    same && again.headers.get('idempotent-replayed') === 'true'
      ? []
      : [`${operation.id}: another answer under the same key: ${again.status} ${JSON.stringify(again.body)}`];
  for (const filling of fillings.toReversed()) {
    const { body } = world.seeing(operation, filling);
    if (JSON.stringify(body) === JSON.stringify(first.draft.body)) continue;
    const reply = await world.ask(operation, { ...first.draft, body }, first.caller);
    // A sample may break a rule that the document cannot say; that is told before the key is looked at.
    if (reply.status === 422 && problemIn(reply).code === 'invalid') continue;
    return [
      ...faults,
      ...judge(`${operation.id} key with another body`, reply, [422], (said) => said.code === 'key-reused'),
    ];
  }
  return faults.length > 0 ? faults : null;
}

/**
 * First tries the operations that have a stage, each on its own. Then walks through the others with what earlier answers
 * have shown, three times, those that end things last. After each success the key is tried again, and others of every
 * kind try the same.
 */
export async function reachAll(world: World): Promise<ReachReport> {
  const reached = new Map(made.map((id) => [id, 'the making of the world']));
  const missed = new Map<string, string>();
  const faults: string[] = [];
  const stagedRefusals = new Set<string>();
  let [keysTried, strangersTried] = [0, 0];

  /** @returns whether it succeeded; else notes why not */
  function succeeds(operation: Operation, { caller, reply }: Success): boolean {
    if (reply.status >= 200 && reply.status < 300) return true;
    faults.push(...judge(operation.id, reply, [400, 401, 403, 404, 409, 412, 422, 429]));
    const { reason, errors, detail } = problemIn(reply);
    // What a stage says tells more than what the walk says without it.
    if (stagedRefusals.has(operation.id)) return false;
    missed.set(
      operation.id,
      [reply.status, caller?.name ?? 'nobody', reason, JSON.stringify(errors ?? detail)].filter(Boolean).join(' '),
    );
    return false;
  }
  async function onItsStage(operation: Operation): Promise<Success | undefined> {
    const stage = await world.stages[operation.id]?.();
    if (!stage) return undefined;
    const { as } = stage;
    const caller = typeof as === 'string' ? world.callers.find(({ name }) => name === as) : as;
    const tried = await tryAs(world, operation, caller ?? world.callerOf(operation), { full: false, turn: 0 }, stage);
    if (succeeds(operation, tried)) return tried;
    stagedRefusals.add(operation.id);
    return undefined;
  }
  async function inTheWalk(operation: Operation): Promise<Success | undefined> {
    const who: (Caller | undefined)[] = [
      ...callersOf(operation.grants, world.callers),
      ...(operation.open ? [undefined] : []),
    ];
    for (const caller of who)
      for (const filling of fillings) {
        const tried = await tryAs(world, operation, caller, filling);
        if (succeeds(operation, tried)) return tried;
      }
    return undefined;
  }
  async function afterSuccess(operation: Operation, first: Success): Promise<void> {
    reached.set(operation.id, first.caller?.name ?? 'nobody');
    missed.delete(operation.id);
    world.harvest.take(operation, first.reply.body);
    if (operation.stream && typeof first.reply.body !== 'object')
      faults.push(`${operation.id}: no event of a stream, but ${JSON.stringify(first.reply.body)}`);
    if (operation.kind === 'create') {
      const wrong = await repeat(world, operation, first);
      if (wrong) keysTried += 1;
      faults.push(...(wrong ?? []));
    }
    if (operation.pathParameters.length === 0 || namesNobodysObject(operation) || openToAll.has(operation.id)) return;
    for (const stranger of callersOf(operation.grants, world.others)) {
      if (!ownOnly(operation.grants, stranger)) continue;
      strangersTried += 1;
      const reply = await world.ask(operation, { ...first.draft, key: randomUUID() }, stranger);
      const refusals = unseen.test(operation.path) ? [404] : [403, 404];
      if (!showsNothing(reply)) faults.push(...judge(`${operation.id} by another ${stranger.name}`, reply, refusals));
    }
  }

  for (const operation of operations) {
    if (!world.stages[operation.id]) continue;
    const first = await onItsStage(operation).catch((error: unknown) => {
      faults.push(`the stage of ${operation.id} could not be set: ${String(error)}`);
      return undefined;
    });
    if (first) await afterSuccess(operation, first);
  }
  const ordered = operations.toSorted((a, b) => rankOf(a) - rankOf(b) || a.path.length - b.path.length);
  for (const round of [0, 1, 2])
    for (const operation of ordered) {
      if (reached.has(operation.id) || (round < 2 && rankOf(operation) > 2)) continue;
      const first = await inTheWalk(operation);
      if (first) await afterSuccess(operation, first);
    }
  return { reached, missed, faults, keysTried, strangersTried };
}
