import { ok, refused, type Refusal, type Result } from './result';

/** One named change: the states that it leaves from and the one that it leads to. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

/** Why a change is not allowed, and which ones are. */
export interface TransitionRefusal<State extends string, Name extends string> extends Refusal {
  readonly code: 'transition_not_allowed';
  readonly state: State;
  readonly transition: Name;
  /** The changes that the state allows, in the order of their definition; empty in an end state. */
  readonly allowed: readonly Name[];
}

/** The life of one kind of thing: its states and the named changes between them. */
export interface StateMachine<State extends string, Name extends string> {
  readonly states: readonly State[];
  readonly initial: State;
  readonly transitions: Readonly<Record<Name, Transition<State>>>;
  /** States that nothing leaves, in the order of `states`. */
  readonly ends: readonly State[];
  /** States that no path from `initial` reaches: empty in a sound machine, so that a test can say so. */
  readonly unreachable: readonly State[];

  /**
   * Decides one change.
   * @param state where the thing is
   * @param transition what is wanted
   * @returns the new state, or a refusal with the changes allowed instead
   */
  next(state: State, transition: Name): Result<State, TransitionRefusal<State, Name>>;

  /**
   * Lists what may be done.
   * @param state where the thing is
   * @returns names of changes in the order of their definition
   */
  allowed(state: State): readonly Name[];

  /**
   * Tells whether a text names one of the states, e.g. one read from a database.
   * @param text anything
   */
  isState(text: unknown): text is State;

  /**
   * Draws the machine as a Mermaid state diagram.
   * @param labels words to show for states, their codes unless given
   * @returns the source text, lines in the order of the definition, ended by a line feed
   * @see https://mermaid.js.org/syntax/stateDiagram.html
   */
  toMermaid(labels?: Partial<Readonly<Record<State, string>>>): string;
}

/**
 * Defines a state machine.
 *
 * @param definition all states, the first one, and the changes by name
 * @returns a frozen machine whose states and changes are typed by the definition
 * @throws TypeError when a change or `initial` names a state that is not in `states`, or a state stands there twice
 * @example
 * const packageLifecycle = defineStateMachine({
 *   states: ['draft', 'published', 'suspended', 'retired'],
 *   initial: 'draft',
 *   transitions: {
 *     publish: { from: ['draft', 'suspended'], to: 'published' },
 *     suspend: { from: ['published'], to: 'suspended' },
 *     retire: { from: ['draft', 'published', 'suspended'], to: 'retired' },
 *   },
 * });
 * packageLifecycle.next('draft', 'publish'); // { ok: true, value: 'published' }
 */
export function defineStateMachine<const State extends string, const Name extends string>(definition: {
  readonly states: readonly State[];
  readonly initial: NoInfer<State>;
  readonly transitions: Readonly<Record<Name, Transition<NoInfer<State>>>>;
}): StateMachine<State, Name> {
  const { states, initial, transitions } = definition;
  const names = Object.keys(transitions).filter((name): name is Name => name in transitions);
  checkNames(states, initial, transitions);

  const allowed = (state: State) => names.filter((name) => transitions[name].from.includes(state));

  return Object.freeze({
    states,
    initial,
    transitions,
    ends: states.filter((state) => allowed(state).length === 0),
    unreachable: unreachable(states, initial, Object.values(transitions)),
    allowed,
    next(state: State, transition: Name) {
      if (Object.hasOwn(transitions, transition) && transitions[transition].from.includes(state)) {
        return ok(transitions[transition].to);
      }
      return refused({
        code: 'transition_not_allowed' as const,
        zh: '当前状态下不能这样做',
        en: `"${transition}" is not possible in state "${state}"`,
        state,
        transition,
        allowed: allowed(state),
      });
    },
    isState: (text: unknown): text is State => (states as readonly unknown[]).includes(text),
    toMermaid: (labels: Partial<Readonly<Record<State, string>>> = {}) => diagram(definition, labels),
  });
}

function checkNames(
  states: readonly string[],
  initial: string,
  transitions: Readonly<Record<string, Transition<string>>>,
): void {
  if (new Set(states).size !== states.length) throw new TypeError('a state stands twice in the list of states');
  const named = [initial, ...Object.values(transitions).flatMap(({ from, to }) => [...from, to])];
  const unknown = named.find((state) => !states.includes(state));
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is not in the list of states`);
}

function unreachable<State extends string>(
  states: readonly State[],
  initial: State,
  transitions: readonly Transition<State>[],
): State[] {
  const reached = new Set([initial]);
  for (const state of reached) {
    for (const { from, to } of transitions) if (from.includes(state)) reached.add(to);
  }
  return states.filter((state) => !reached.has(state));
}

function diagram<State extends string>(
  definition: {
    readonly states: readonly State[];
    readonly initial: State;
    readonly transitions: Readonly<Record<string, Transition<State>>>;
  },
  labels: Partial<Readonly<Record<State, string>>>,
): string {
  const { states, initial, transitions } = definition;
  const lines = ['stateDiagram-v2'];
  for (const state of states) if (labels[state] !== undefined) lines.push(`  ${state} : ${labels[state]}`);
  lines.push(`  [*] --> ${initial}`);
  for (const [name, { from, to }] of Object.entries<Transition<State>>(transitions)) {
    for (const state of from) lines.push(`  ${state} --> ${to} : ${name}`);
  }
  for (const state of states) {
    if (!Object.values<Transition<State>>(transitions).some(({ from }) => from.includes(state)))
      lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n') + '\n';
}
