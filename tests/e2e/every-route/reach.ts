import { randomUUID } from 'node:crypto';
import { callersOf, ownOnly, type Caller } from './callers';
import { judge } from './judge';
import { operations, type Operation } from './operations';
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
/** They take something away, and come last; after the last few nobody can go on. */
const ends = /^(?:end|remove|revoke|suspend|reject|retire|withdraw|undo|decline|refer|markNeed)/;
const lastOfAll =
  /^(?:leaveOrganisation|removeMember|changeMember|changePassword|enrolTotp|confirmTotp|removeTotp|endSession)$/;
const rankOf = (operation: Operation): number => {
  if (lastOfAll.test(operation.id)) return 4;
  if (ends.test(operation.id)) return 3;
  return operation.method === 'GET' ? 0 : operation.kind === 'create' || operation.kind === 'call' ? 1 : 2;
};

/** Without them there would be no world. */
const made = ['startSession', 'inviteCommunity', 'acceptInvitation', 'createInvitation'];

async function tryAs(
  world: World,
  operation: Operation,
  caller: Caller | undefined,
  filling: Filling,
): Promise<Success> {
  let draft: Draft = { ...world.seeing(operation, filling), key: randomUUID() };
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
 * Walks through all operations with what earlier answers have shown, three times, those that end things last. After
 * each success the key is tried again, and somebody else of the same kind tries the same.
 */
export async function reachAll(world: World): Promise<ReachReport> {
  const reached = new Map(made.map((id) => [id, 'the making of the world']));
  const missed = new Map<string, string>();
  const faults: string[] = [];
  let [keysTried, strangersTried] = [0, 0];

  async function succeed(operation: Operation): Promise<Success | undefined> {
    const who: (Caller | undefined)[] = [
      ...callersOf(operation.grants, world.callers),
      ...(operation.open ? [undefined] : []),
    ];
    for (const caller of who)
      for (const filling of fillings) {
        const tried = await tryAs(world, operation, caller, filling);
        const { status } = tried.reply;
        if (status >= 200 && status < 300) return tried;
        faults.push(...judge(operation.id, tried.reply, [400, 401, 403, 404, 409, 412, 422, 429]));
        const { reason, errors, detail } = problemIn(tried.reply);
        missed.set(
          operation.id,
          [status, caller?.name ?? 'nobody', reason, JSON.stringify(errors ?? detail)].filter(Boolean).join(' '),
        );
      }
    return undefined;
  }

  const ordered = operations.toSorted((a, b) => rankOf(a) - rankOf(b) || a.path.length - b.path.length);
  for (const round of [0, 1, 2])
    for (const operation of ordered) {
      if (reached.has(operation.id) || (round < 2 && rankOf(operation) > 2)) continue;
      const first = await succeed(operation);
      if (!first) continue;
      reached.set(operation.id, first.caller?.name ?? 'nobody');
      missed.delete(operation.id);
      world.harvest.take(operation, first.reply.body);
      if (operation.kind === 'create') {
        const wrong = await repeat(world, operation, first);
        if (wrong) keysTried += 1;
        faults.push(...(wrong ?? []));
      }
      const stranger = world.others.find((one) => one.name === first.caller?.name);
      if (!stranger || !ownOnly(operation.grants) || operation.pathParameters.length === 0) continue;
      strangersTried += 1;
      const reply = await world.ask(operation, { ...first.draft, key: randomUUID() }, stranger);
      faults.push(...judge(`${operation.id} by somebody else`, reply, [403, 404]));
    }
  return { reached, missed, faults, keysTried, strangersTried };
}
