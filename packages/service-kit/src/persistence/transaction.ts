import type { EntityManager } from 'typeorm';

const managers = new WeakMap<Transaction, EntityManager>();

/** A running transaction. Opaque outside `persistence/`; work to be done after the commit can be left with it. */
export class Transaction {
  readonly #after: (() => void)[] = [];
  readonly #locks = new Set<string>();
  constructor(manager: EntityManager) {
    managers.set(this, manager);
  }
  /** Runs `work` once the transaction is committed; forgotten on rollback. `work` must not throw. */
  afterCommit(work: () => void): void {
    if (!this.#after.includes(work)) this.#after.push(work);
  }
  /** Names of advisory locks (GET_LOCK) to give back when the transaction has ended, either way. */
  get heldLocks(): Set<string> {
    return this.#locks;
  }
  committed(): void {
    for (const work of this.#after) work();
  }
}

export const managerOfTransaction = (transaction: Transaction): EntityManager => {
  const manager = managers.get(transaction);
  if (!manager) throw new Error('Transaction without a manager');
  return manager;
};
