import { dayNumber } from '../day-number';
import type { EnginePackage } from '../engine-package';
import { idHash } from '../ranking/id-hash';
import { coveredByScope } from '../taxonomy/covered-by-scope';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { Interner } from '../text/interner';
import { PRICE_MODELS, PROVIDER_KINDS } from '../vocabulary';
import { enlarged } from './enlarged';
import { packageTerms } from './package-terms';
import { PostingLists } from './posting-lists';
import { qualificationKey } from '../rules/qualification-key';

/** Stands for "not known" or "without end" in columns of days. */
export const NO_DAY = 0x7fffffff;
/** The district number of packages that serve the whole city, or a circle that is checked pair by pair. */
export const WHOLE_CITY = -1;
/** Bits of the `flags` column. */
export const FLAG = { live: 1, published: 2, verified: 4, radius: 8, scopeKnown: 16 } as const;

/** Points that a package shares among its leaves in `leafTerms`. */
const LEAF_POINTS = 12;
const EMPTY = new Int32Array(0);

/**
 * Packages in columns: a row a package, typed arrays of integers, posting lists by category and district. Filled by
 * `buildPackageColumns`, changed by `putPackage` and `removePackage`; everything else only reads it.
 */
export class PackageColumns {
  readonly taxonomy: TaxonomyIndex;
  readonly districts = new Interner();
  readonly terms = new Interner();
  readonly organisations = new Interner();
  readonly qualificationNames = new Interner();
  readonly postings = new PostingLists();
  /** Rows in use or free again; every column is at least this long. */
  rows = 0;
  /** Packages held. */
  count = 0;
  /** Sum of `termTotal` over the packages held. */
  totalTerms = 0;

  readonly packages: (EnginePackage | undefined)[] = [];
  flags = new Uint8Array(16);
  hash = new Uint32Array(16);
  provider = new Int32Array(16);
  kind = new Uint8Array(16);
  homeDistrict = new Int32Array(16);
  priceModel = new Uint8Array(16);
  /** Fen; float64 holds these integers exactly. */
  priceMinFen = new Float64Array(16);
  priceMaxFen = new Float64Array(16);
  freeCapacity = new Int32Array(16);
  leadTimeDays = new Int32Array(16);
  /** Hundredths of a star, -1 = none. */
  ratingHundredths = new Int16Array(16);
  ratingCount = new Int32Array(16);
  completed = new Int32Array(16);
  /** Leaf number of the core service, -1 = none. */
  coreLeaf = new Int16Array(16);
  updatedDay = new Int32Array(16);
  /** Terms in the text, repeated ones repeated. */
  termTotal = new Int32Array(16);
  /** Packages in which a term stands, by term. */
  documentFrequency = new Int32Array(256);
  readonly leaves: Int32Array[] = [];
  readonly scopeLeaves: Int32Array[] = [];
  readonly servedDistricts: Int32Array[] = [];
  /** Pairs: number of the qualification's name, last valid day. */
  readonly qualifications: Int32Array[] = [];
  /** Pairs: number of the term, times it stands there (title counts more). */
  readonly termCounts: Int32Array[] = [];
  /** By leaf: how often a term stands in its packages, a package sharing 12 points among its leaves. */
  readonly leafTerms: Map<number, number>[] = [];
  /** By leaf: the points of all its packages. */
  readonly leafPoints: number[] = [];
  /** Bits of the groups of people that the package speaks of; 0 = none. */
  people = new Uint8Array(16);
  /** Numbers of terms that the package rules out (`不做施工`). */
  readonly limitTerms: Int32Array[] = [];

  readonly #rowOf = new Map<string, number>();
  readonly #freeRows: number[] = [];

  constructor(taxonomy: TaxonomyIndex) {
    this.taxonomy = taxonomy;
  }

  /**
   * @param packageId id of a package
   * @returns its row, or -1 when it is not held
   */
  rowOf(packageId: string): number {
    return this.#rowOf.get(packageId) ?? -1;
  }

  /** Puts a package in, replacing an older one of the same id. @param pkg the package */
  put(pkg: EnginePackage): void {
    this.remove(pkg.id);
    const row = this.#freeRows.pop() ?? this.rows++;
    if (row >= this.flags.length) this.#grow(row + 1);
    this.#rowOf.set(pkg.id, row);
    this.packages[row] = pkg;
    this.#writeFacts(row, pkg);
    this.#writeText(row, pkg);
    this.#writeLists(row, pkg);
    this.count++;
    this.#countLeafTerms(row, 1);
    const served = this.servedDistricts[row] ?? EMPTY;
    const circle = (this.flags[row]! & FLAG.radius) !== 0;
    for (const leaf of this.leaves[row] ?? EMPTY) {
      if (served.length === 0 || circle) this.postings.add(leaf, WHOLE_CITY, row);
      else for (const district of served) this.postings.add(leaf, district, row);
    }
  }

  /**
   * Takes a package out.
   *
   * @param packageId its id
   * @returns false when it was not held
   */
  remove(packageId: string): boolean {
    const row = this.rowOf(packageId);
    if (row < 0) return false;
    const served = this.servedDistricts[row] ?? EMPTY;
    const circle = (this.flags[row]! & FLAG.radius) !== 0;
    for (const leaf of this.leaves[row] ?? EMPTY) {
      if (served.length === 0 || circle) this.postings.remove(leaf, WHOLE_CITY, row);
      else for (const district of served) this.postings.remove(leaf, district, row);
    }
    const counts = this.termCounts[row] ?? EMPTY;
    for (let i = 0; i < counts.length; i += 2) this.documentFrequency[counts[i]!]!--;
    this.#countLeafTerms(row, -1);
    this.totalTerms -= this.termTotal[row]!;
    this.flags[row] = 0;
    this.packages[row] = undefined;
    this.#rowOf.delete(packageId);
    this.#freeRows.push(row);
    this.count--;
    return true;
  }

  #countLeafTerms(row: number, sign: 1 | -1): void {
    const leaves = this.leaves[row] ?? EMPTY;
    const counts = this.termCounts[row] ?? EMPTY;
    const points = sign * Math.max(1, Math.floor(LEAF_POINTS / Math.max(1, leaves.length)));
    for (const leaf of leaves) {
      const terms = (this.leafTerms[leaf] ??= new Map<number, number>());
      this.leafPoints[leaf] = (this.leafPoints[leaf] ?? 0) + points;
      for (let i = 0; i < counts.length; i += 2) terms.set(counts[i]!, (terms.get(counts[i]!) ?? 0) + points);
    }
  }

  #writeFacts(row: number, pkg: EnginePackage): void {
    this.flags[row] =
      FLAG.live |
      (pkg.published ? FLAG.published : 0) |
      (pkg.verified ? FLAG.verified : 0) |
      (pkg.serviceArea.kind === 'radius' ? FLAG.radius : 0) |
      (pkg.businessScope === null ? 0 : FLAG.scopeKnown);
    this.hash[row] = idHash(pkg.id);
    this.provider[row] = this.organisations.intern(pkg.providerId);
    this.kind[row] = PROVIDER_KINDS.indexOf(pkg.kind);
    this.homeDistrict[row] = pkg.district === null ? WHOLE_CITY : this.districts.intern(pkg.district);
    this.priceModel[row] = PRICE_MODELS.indexOf(pkg.price.model);
    this.priceMinFen[row] = Math.round(pkg.price.minFen);
    this.priceMaxFen[row] = Math.round(pkg.price.maxFen);
    this.freeCapacity[row] = pkg.capacity - pkg.capacityUsed;
    this.leadTimeDays[row] = pkg.leadTimeDays;
    this.ratingHundredths[row] = pkg.rating.mean === null ? -1 : Math.round(pkg.rating.mean * 100);
    this.ratingCount[row] = pkg.rating.mean === null ? 0 : pkg.rating.count;
    this.completed[row] = pkg.completed;
    this.coreLeaf[row] = pkg.coreService === null ? -1 : (this.taxonomy.numberOf.get(pkg.coreService) ?? -1);
    this.updatedDay[row] = pkg.updatedAt === null ? NO_DAY : dayNumber(pkg.updatedAt);
  }

  #writeText(row: number, pkg: EnginePackage): void {
    const { counts, total, limits, people } = packageTerms(pkg, this.taxonomy, this.terms);
    this.termCounts[row] = counts;
    this.termTotal[row] = total;
    this.limitTerms[row] = limits;
    this.people[row] = people;
    this.totalTerms += total;
    if (this.terms.size > this.documentFrequency.length) {
      this.documentFrequency = enlarged(this.documentFrequency, Int32Array, this.terms.size);
    }
    for (let i = 0; i < counts.length; i += 2) this.documentFrequency[counts[i]!]!++;
  }

  #writeLists(row: number, pkg: EnginePackage): void {
    const leaves = pkg.categories.map((code) => this.taxonomy.numberOf.get(code) ?? -1).filter((leaf) => leaf >= 0);
    this.leaves[row] = Int32Array.from(new Set(leaves));
    this.scopeLeaves[row] = coveredByScope(this.taxonomy, pkg.businessScope, this.leaves[row]);
    const area = pkg.serviceArea;
    this.servedDistricts[row] =
      area.kind === 'radius' ? EMPTY : Int32Array.from(new Set(area.districts), (name) => this.districts.intern(name));
    this.qualifications[row] = Int32Array.from(
      pkg.qualifications.flatMap(({ name, expires }) => [
        this.qualificationNames.intern(qualificationKey(name)),
        expires === null ? NO_DAY : dayNumber(expires),
      ]),
    );
  }

  #grow(atLeast: number): void {
    this.flags = enlarged(this.flags, Uint8Array, atLeast);
    this.hash = enlarged(this.hash, Uint32Array, atLeast);
    this.provider = enlarged(this.provider, Int32Array, atLeast);
    this.kind = enlarged(this.kind, Uint8Array, atLeast);
    this.homeDistrict = enlarged(this.homeDistrict, Int32Array, atLeast);
    this.priceModel = enlarged(this.priceModel, Uint8Array, atLeast);
    this.priceMinFen = enlarged(this.priceMinFen, Float64Array, atLeast);
    this.priceMaxFen = enlarged(this.priceMaxFen, Float64Array, atLeast);
    this.freeCapacity = enlarged(this.freeCapacity, Int32Array, atLeast);
    this.leadTimeDays = enlarged(this.leadTimeDays, Int32Array, atLeast);
    this.ratingHundredths = enlarged(this.ratingHundredths, Int16Array, atLeast);
    this.ratingCount = enlarged(this.ratingCount, Int32Array, atLeast);
    this.completed = enlarged(this.completed, Int32Array, atLeast);
    this.coreLeaf = enlarged(this.coreLeaf, Int16Array, atLeast);
    this.updatedDay = enlarged(this.updatedDay, Int32Array, atLeast);
    this.people = enlarged(this.people, Uint8Array, atLeast);
    this.termTotal = enlarged(this.termTotal, Int32Array, atLeast);
  }
}
