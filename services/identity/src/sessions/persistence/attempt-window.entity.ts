import { InstantColumn, IntColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** Tries within one window, by SHA-256 of what was tried and from where. */
@Entity('attempt_window')
@Index('ix_attempt_window_started', ['startedAt'])
export class AttemptWindowEntity {
  @PrimaryCode(64) scope!: string;
  @IntColumn() tries!: number;
  @InstantColumn({ name: 'started_at' }) startedAt!: Date;
}
