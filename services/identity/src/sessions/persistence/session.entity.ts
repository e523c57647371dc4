import { CodeColumn, FlagColumn, IdColumn, InstantColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A browser that is signed in. */
@Entity('session')
@Index('ux_session_secret', ['secretHash'], { unique: true })
@Index('ix_session_person', ['personId', 'endedAt'])
@Index('ix_session_expires', ['expiresAt'])
export class SessionEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'person_id' }) personId!: string;
  /** SHA-256 of the secret in the cookie. */
  @CodeColumn(64, { name: 'secret_hash' }) secretHash!: string;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** The absent person whose place is taken. */
  @IdColumn({ name: 'in_place_of', nullable: true }) inPlaceOf!: string | null;
  @FlagColumn({ name: 'second_factor' }) secondFactor!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'last_seen_at' }) lastSeenAt!: Date;
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Date;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
