import { dayNumber } from '../day-number';
import type { EnginePackage } from '../engine-package';
import { idHash } from '../ranking/id-hash';
import { qualificationKey } from '../rules/qualification-key';
import { sameQualification } from '../rules/same-qualification';
import { coveredByScope } from '../taxonomy/covered-by-scope';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { ruledOutStates } from '../taxonomy/state-bound-leaves';
import { Interner } from '../text/interner';
import { PRICE_MODELS, PROVIDER_KINDS } from '../vocabulary';
import { Blocks } from './blocks';
import { LeafWords } from './leaf-words';
import { NeedWords } from './need-words';
import { packageTerms } from './package-terms';
import { FLAG, NO_DAY, type RankColumns, WHOLE_CITY } from './rank-columns';
import { RowColumns } from './row-columns';
import { Twins } from './twins';

/**
 * Packages in columns: a row a package, typed arrays of integers, blocks by category and district. Filled by
 * `buildPackageColumns`, changed by `putPackage` and `removePackage`; everything else only reads it.
 */
export class PackageColumns extends RowColumns implements RankColumns {
  readonly taxonomy: TaxonomyIndex;
  readonly leafCount: number;
  readonly relation: Uint8Array;
  readonly isMeans: Uint8Array;
  readonly leafState: Uint8Array;
  readonly districts = new Interner();
  readonly terms = new Interner();
  readonly organisations = new Interner();
  readonly qualificationNames = new Interner();
  /** Keys of qualifications that needs require. */
  readonly requiredNames = new Interner();
  readonly blocks = new Blocks();
  readonly words = new NeedWords();
  leafWords = new LeafWords();
  rows = 0;
  /** Packages held now. */
  held = 0;
  count = 0;
  totalTerms = 0;
  readonly packages: (EnginePackage | undefined)[] = [];
  documentFrequency = new Int32Array(256);
  readonly rarity = new Int32Array(0);
  /** True once the statistics of words stay as they are whatever is put in. */
  pinned = false;

  readonly #rowOf = new Map<string, number>();
  readonly #freeRows: number[] = [];
  readonly #answers: Uint8Array[] = [];
  readonly #twins = new Twins();

  constructor(taxonomy: TaxonomyIndex) {
    super();
    this.taxonomy = taxonomy;
    this.leafCount = taxonomy.codes.length;
    this.relation = taxonomy.relation;
    this.isMeans = taxonomy.isMeans;
    this.leafState = Uint8Array.from(taxonomy.codes, ruledOutStates);
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
    this.reach(row);
    this.#rowOf.set(pkg.id, row);
    this.packages[row] = pkg;
    this.#writeFacts(row, pkg);
    this.#writeText(row, pkg);
    this.#writeLists(row, pkg);
    this.#twins.add(this, row, this.packages);
    this.held++;
    this.#count(row, 1);
    for (const [leaf, district] of this.#placesOf(row)) this.blocks.at(leaf, district).add(row);
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
    for (const [leaf, district] of this.#placesOf(row)) this.blocks.of(leaf, district)?.remove(row);
    this.#count(row, -1);
    this.#twins.remove(this, row, this.packages);
    this.flags[row] = 0;
    this.packages[row] = undefined;
    this.clearLists(row);
    this.#rowOf.delete(packageId);
    this.#freeRows.push(row);
    this.held--;
    return true;
  }

  /** Counts the words of the packages held now, and holds what is found still. */
  recount(): void {
    this.documentFrequency.fill(0);
    this.leafWords = new LeafWords();
    this.count = 0;
    this.totalTerms = 0;
    this.pinned = false;
    for (let row = 0; row < this.rows; row++) if (this.packages[row]) this.#count(row, 1);
    this.pinned = true;
  }

  answers(required: number): Uint8Array {
    const known = this.#answers[required] ?? new Uint8Array(0);
    const held = this.qualificationNames.size;
    if (known.length === held) return known;
    const key = this.requiredNames.word(required);
    return (this.#answers[required] = Uint8Array.from({ length: held }, (_, name) =>
      name < known.length ? known[name]! : Number(sameQualification(key, this.qualificationNames.word(name))),
    ));
  }

  /** Blocks in which an open row stands: nobody ranks one that is not published, verified or free. */
  #placesOf(row: number): [leaf: number, district: number][] {
    const open = FLAG.published | FLAG.verified;
    if ((this.flags[row]! & open) !== open || this.freeCapacity[row]! <= 0) return [];
    const served = this.servedDistricts.of(row);
    const districts = served.length === 0 ? [WHOLE_CITY] : [...served];
    return [...this.leaves.of(row)].flatMap((leaf) => districts.map((d): [number, number] => [leaf, d]));
  }

  #count(row: number, sign: 1 | -1): void {
    if (this.pinned) return;
    const counts = this.termCounts.of(row);
    for (let i = 0; i < counts.length; i += 2) this.documentFrequency[counts[i]!]! += sign;
    this.totalTerms += sign * this.termTotal[row]!;
    this.count += sign;
    this.leafWords.count(this.leaves.of(row), counts, sign);
  }

  #writeFacts(row: number, pkg: EnginePackage): void {
    const area = pkg.serviceArea;
    this.flags[row] =
      FLAG.live |
      (pkg.published ? FLAG.published : 0) |
      (pkg.verified ? FLAG.verified : 0) |
      (area.kind === 'radius' ? FLAG.radius : 0) |
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
    this.exposureOwed[row] = Math.max(0, Math.min(1000, pkg.exposureOwedPermille ?? 0));
    this.completed[row] = pkg.completed;
    this.coreLeaf[row] = pkg.coreService === null ? -1 : (this.taxonomy.numberOf.get(pkg.coreService) ?? -1);
    this.updatedDay[row] = pkg.updatedAt === null ? NO_DAY : dayNumber(pkg.updatedAt);
    if (area.kind !== 'radius') return;
    this.circleLng[row] = area.lng;
    this.circleLat[row] = area.lat;
    this.circleKm[row] = area.km;
  }

  #writeText(row: number, pkg: EnginePackage): void {
    const { counts, total, limits, people } = packageTerms(pkg, this.taxonomy, this.terms);
    this.termCounts.put(row, counts);
    this.termTotal[row] = total;
    this.limitTerms.put(row, limits);
    this.people[row] = people;
    if (this.terms.size > this.documentFrequency.length) {
      const larger = new Int32Array(2 * this.terms.size);
      larger.set(this.documentFrequency);
      this.documentFrequency = larger;
    }
  }

  #writeLists(row: number, pkg: EnginePackage): void {
    const leaves = new Set(pkg.categories.flatMap((code) => this.taxonomy.numberOf.get(code) ?? []));
    this.leaves.put(row, Int32Array.from(leaves));
    this.scopeLeaves.put(row, coveredByScope(this.taxonomy, pkg.businessScope, this.leaves.of(row)));
    const names = pkg.serviceArea.kind === 'radius' ? [] : pkg.serviceArea.districts;
    this.servedDistricts.put(row, [...new Set(names.map((name) => this.districts.intern(name)))]);
    this.qualifications.put(
      row,
      pkg.qualifications.flatMap(({ name, expires }) => [
        this.qualificationNames.intern(qualificationKey(name)),
        expires === null ? NO_DAY : dayNumber(expires),
      ]),
    );
  }
}
