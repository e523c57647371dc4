import type { MemberRole } from '@duijie/contracts';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

@Entity('invitation')
@Index('ux_invitation_token', ['tokenHash'], { unique: true })
@Index('ux_invitation_code', ['codeHash'], { unique: true })
@Index('ix_invitation_organisation', ['organisationId', 'id'])
@Index('ix_invitation_community', ['communityCode', 'id'])
export class InvitationEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @CodeColumn(5) type!: 'claim' | 'join';
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @CodeColumn(12, { name: 'community_code', nullable: true }) communityCode!: string | null;
  @CodeColumn(15) role!: MemberRole;
  @IntColumn() uses!: number;
  @IntColumn() used!: number;
  @CodeColumn(64, { name: 'token_hash' }) tokenHash!: string;
  @CodeColumn(64, { name: 'code_hash' }) codeHash!: string;
  @IdColumn({ name: 'created_by' }) createdBy!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'expires_at' }) expiresAt!: Date;
  @InstantColumn({ name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
