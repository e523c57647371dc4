import type { NeedBody, PackageBody, SearchKind } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  DoubleColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { SearchContent } from '../document/search-content';

/**
 * What search knows of one need, package or provider, and how far the engine is with it.
 * `stale`: `content` is to be composed anew. `due`: the engine is to be told.
 */
@Entity('search_document')
@Index('ux_search_document_id', ['id'], { unique: true })
@Index('ix_search_document_stale', ['stale', 'number'])
@Index('ix_search_document_due', ['due', 'number'])
@Index('ix_search_document_found', ['foundAt', 'visible', 'number'])
@Index('ix_search_document_newest', ['visible', 'publishedAt', 'number'])
@Index('ix_search_document_kind', ['kind', 'visible', 'revision'])
@Index('ix_search_document_kind_newest', ['kind', 'visible', 'publishedAt', 'number'])
@Index('ix_search_document_kind_price', ['kind', 'visible', 'priceFen', 'number'])
@Index('ix_search_document_kind_rating', ['kind', 'visible', 'rating', 'number'])
@Index('ix_search_document_title', ['visible', 'title'])
@Index('ix_search_document_organisation', ['organisationId', 'kind'])
export class SearchDocumentEntity {
  /** Short name of the document in the tables of terms and tags. */
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true }) number!: number;
  /** `<kind>-<uuid>`. */
  @CodeColumn(50) id!: string;
  @CodeColumn(10) kind!: SearchKind;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @BigColumn() sequence!: number;
  /** State of a public need or package; null for a provider, whose state is its organisation's copy, and for what is not public. */
  @JsonColumn({ nullable: true }) source!: NeedBody | PackageBody | null;
  @FlagColumn() stale!: boolean;
  @FlagColumn() due!: boolean;
  @BigColumn() revision!: number;
  /** Everybody may find it. Set to false at once, to true when its content is there. */
  @FlagColumn() visible!: boolean;
  @JsonColumn({ nullable: true }) content!: SearchContent | null;
  @TextColumn(200) title!: string;
  @InstantColumn({ name: 'published_at', nullable: true }) publishedAt!: Date | null;
  /** When saved searches were told of it; null while it is news. */
  @InstantColumn({ name: 'found_at', nullable: true }) foundAt!: Date | null;
  @BigColumn({ name: 'price_fen', nullable: true }) priceFen!: number | null;
  @DoubleColumn({ nullable: true }) rating!: number | null;
  @DoubleColumn({ nullable: true }) lng!: number | null;
  @DoubleColumn({ nullable: true }) lat!: number | null;
  @CodeColumn(30, { nullable: true }) funding!: string | null;
  @CodeColumn(30, { nullable: true }) urgency!: string | null;
  @CodeColumn(30, { name: 'price_model', nullable: true }) priceModel!: string | null;
  @CodeColumn(30, { name: 'organisation_kind', nullable: true }) organisationKind!: string | null;
  @FlagColumn() free!: boolean;
  @FlagColumn({ name: 'whole_city' }) wholeCity!: boolean;
}
