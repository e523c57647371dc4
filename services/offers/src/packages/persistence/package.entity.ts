import type { PackageBody, PackageView } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A service package as it stands. */
@Entity('service_package')
@Index('ix_service_package_provider', ['providerId', 'id'])
@Index('ix_service_package_provider_state', ['providerId', 'state', 'id'])
export class PackageEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'provider_id' }) providerId!: string;
  @CodeColumn(10) state!: PackageBody['state'];
  @TextColumn(80) title!: string;
  @LongTextColumn() description!: string;
  @JsonColumn() categories!: readonly string[];
  @JsonColumn({ name: 'service_area' }) serviceArea!: PackageBody['serviceArea'];
  @CodeColumn(20, { name: 'price_model' }) priceModel!: PackageBody['price']['model'];
  @BigColumn({ name: 'price_min_fen' }) priceMinFen!: number;
  @BigColumn({ name: 'price_max_fen' }) priceMaxFen!: number;
  @IntColumn() capacity!: number;
  @IntColumn({ name: 'lead_time_days' }) leadTimeDays!: number;
  @TextColumn(100, { name: 'contact_hours', nullable: true }) contactHours!: string | null;
  @CodeColumn(60, { name: 'core_service', nullable: true }) coreService!: string | null;
  @JsonColumn({ nullable: true }) suspension!: PackageView['suspension'];
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
  /** When it was first published. */
  @InstantColumn({ name: 'published_at', nullable: true }) publishedAt!: Date | null;
}

/** `all`, `leaf`, `district` (`*` serves the whole city), `provider` and `model`: by what a list narrows. */
export type Facet = 'all' | 'leaf' | 'district' | 'provider' | 'model';

/** A published package under one value of one facet: every list is a walk along one index. */
@Entity('package_facet')
@Index('ix_package_facet_newest', ['facet', 'value', 'publishedAt', 'packageId'])
@Index('ix_package_facet_package', ['packageId'])
export class PackageFacetEntity {
  @PrimaryCode(10) facet!: Facet;
  @PrimaryColumn({ type: 'varchar', length: 60 }) value!: string;
  @PrimaryId('package_id') packageId!: string;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
}

/** What was offered from one version on. Never changed. */
@Entity('package_version')
export class PackageVersionEntity {
  @PrimaryId('package_id') packageId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
  @TextColumn(80) title!: string;
  @JsonColumn() body!: PackageBody;
}

/** A link or a file that shows earlier work. */
@Entity('package_evidence')
@Index('ix_package_evidence_package', ['packageId', 'id'])
export class PackageEvidenceEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'package_id' }) packageId!: string;
  @CodeColumn(10) type!: 'link' | 'file';
  @TextColumn(200) title!: string;
  @TextColumn(1000, { nullable: true }) url!: string | null;
  @CodeColumn(64, { nullable: true }) sha256!: string | null;
  @TextColumn(200, { name: 'file_name', nullable: true }) fileName!: string | null;
  @CodeColumn(100, { name: 'media_type', nullable: true }) mediaType!: string | null;
  @BigColumn({ nullable: true }) size!: number | null;
  @InstantColumn({ name: 'added_at' }) addedAt!: Date;
}
