import { BigColumn, FlagColumn, InstantColumn, IntColumn, JsonColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';
import type { RuleKind, RuleText } from '../rules/rule';

/** A rule as data: mode template, screening rule, decision basis, funding rule, policy, responsibility, need template. */
@Entity('rule')
export class RuleEntity {
  @PrimaryCode(20) kind!: RuleKind;
  @PrimaryCode(100) id!: string;
  @IntColumn() version!: number;
  @JsonColumn() text!: RuleText;
  /** Somebody changed or entered it here: what the product ships no longer replaces it. */
  @FlagColumn() edited!: boolean;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}

/** Counts the changes of all rules, so that a process knows when to read them again; one row, `city`. */
@Entity('rule_revision')
export class RuleRevisionEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() revision!: number;
}
