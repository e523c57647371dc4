import type { NeedState } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A need that everybody may see, with the dates of its way. */
@Entity('market_need')
@Index('ix_market_need_compound', ['compoundId', 'publishedAt', 'needId'])
export class MarketNeedEntity {
  @PrimaryId('need_id') needId!: string;
  @IdColumn({ name: 'compound_id', nullable: true }) compoundId!: string | null;
  @TextColumn(200) title!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @CodeColumn(20) state!: NeedState;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @DayColumn({ name: 'signed_on', nullable: true }) signedOn!: string | null;
  @InstantColumn({ name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
}

/** What a need counts as: once as a need, once under each group and leaf of the taxonomy that it asks for. */
export type MarketScope = 'need' | 'group' | 'leaf';

/** One need under one value of one scope: every figure is a walk through a period of one scope, along one index. */
@Entity('market_line')
@Index('ix_market_line_period', [
  'scope',
  'publishedOn',
  'value',
  'district',
  'state',
  'supplied',
  'matchHours',
  'decisionHours',
  'acceptanceHours',
])
export class MarketLineEntity {
  @PrimaryId('need_id') needId!: string;
  @PrimaryCode(5) scope!: MarketScope;
  @PrimaryCode(60) value!: string;
  @DayColumn({ name: 'published_on' }) publishedOn!: string;
  @TextColumn(60) district!: string;
  @CodeColumn(20) state!: NeedState;
  /** Whether some package fits an open need; null while that is not known or no matter. */
  @IntColumn({ nullable: true }) supplied!: 0 | 1 | null;
  @IntColumn({ name: 'match_hours', nullable: true }) matchHours!: number | null;
  @IntColumn({ name: 'decision_hours', nullable: true }) decisionHours!: number | null;
  @IntColumn({ name: 'acceptance_hours', nullable: true }) acceptanceHours!: number | null;
}

/** What one provider does under a signed agreement, a row a leaf. */
@Entity('market_part')
@Index('ix_market_part_period', [
  'signedOn',
  'category',
  'leaf',
  'district',
  'organisationId',
  'amountFen',
  'agreementId',
])
@Index('ix_market_part_need', ['needId'])
export class MarketPartEntity {
  @PrimaryId('agreement_id') agreementId!: string;
  @PrimaryCode(60) leaf!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @CodeColumn(60) category!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(60) district!: string;
  @DayColumn({ name: 'signed_on' }) signedOn!: string;
  @BigColumn({ name: 'amount_fen', nullable: true }) amountFen!: number | null;
}

/** Words of a group or leaf of the taxonomy. */
@Entity('market_word')
export class MarketWordEntity {
  @PrimaryCode(60) code!: string;
  @BigColumn() sequence!: number;
  @TextColumn(120) zh!: string;
  @TextColumn(200) en!: string;
}

export const marketEntities = [MarketNeedEntity, MarketLineEntity, MarketPartEntity, MarketWordEntity];
