import { CodeColumn, FlagColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A personal access token, by which a program acts for a person. */
@Entity('access_token')
@Index('ux_access_token_secret', ['secretHash'], { unique: true })
@Index('ix_access_token_person', ['personId', 'id'])
@Index('ix_access_token_expires', ['expiresAt'])
export class AccessTokenEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'person_id' }) personId!: string;
  @TextColumn(60) name!: string;
  @CodeColumn(64, { name: 'secret_hash' }) secretHash!: string;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** Made in a session with a second factor. */
  @FlagColumn({ name: 'second_factor' }) secondFactor!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Date;
  @InstantColumn({ name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
}
