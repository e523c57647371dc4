import type { AgreementPart } from '@duijie/contracts';
import type { Day } from '@duijie/domain-kit';
import type { Context, TransactionContext } from '@duijie/service-kit';

/** What an agreement is drawn from: an award, and the response that won where there was one. */
export interface AwardOrigin {
  readonly awardId: string;
  readonly lotId: string;
  readonly effective: boolean;
  /** The organisation that won, and its name. */
  readonly organisationId: string;
  readonly organisationName: string;
  /** Of its consortium, the leader left out. */
  readonly memberIds: readonly string[];
  readonly packageId: string | null;
  readonly packageVersion: number | null;
  readonly amountFen: number | null;
  /** As offered, where prices stood by component. */
  readonly parts: readonly AgreementPart[];
  readonly milestones: readonly {
    readonly title: string;
    readonly dueOn: Day | null;
    readonly amountFen: number | null;
  }[];
}

/** Where agreements find what was decided, and tell that its capacity is free again. */
export interface Awards {
  find(ctx: Context, awardId: string): Promise<AwardOrigin | null>;
  /** What of the need's money is bound by other lots and by terminated agreements, in fen. @param exceptLotId null for all */
  elsewhereFen(ctx: Context, needId: string, exceptLotId: string | null): Promise<number>;
  /** Its agreement ended before its time: from now on the lot may be awarded anew. */
  end(ctx: TransactionContext, awardId: string): Promise<void>;
  /** Gives back the capacity that an award holds; once, however often it is told. */
  freeCapacity(ctx: TransactionContext, awardId: string): Promise<void>;
}
