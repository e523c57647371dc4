import type { Context, TransactionContext } from '@duijie/service-kit';

/** Somebody who holds work. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
}
/** One kind of work that people of an association hold: tasks, follow-ups, cases. */
export interface OpenWork {
  /** Gives all open work of one person to another, or to nobody. @returns ids of what was moved */
  move(
    ctx: TransactionContext,
    associationId: string,
    fromPersonId: string,
    to: Holder | null,
  ): Promise<readonly string[]>;
  /** @returns how much is open, by person */
  count(ctx: Context, associationId: string): Promise<ReadonlyMap<string, number>>;
}
/** Every kind there is. */
export interface AllOpenWork {
  readonly tasks: OpenWork;
  readonly followUps: OpenWork;
  readonly cases: OpenWork;
}
