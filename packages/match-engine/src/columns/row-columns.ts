import { enlarged } from './enlarged';
import { RowLists } from './row-lists';

/** The columns themselves: typed arrays that grow together. What each holds is said in `RankColumns`. */
export class RowColumns {
  flags = new Uint8Array(16);
  hash = new Uint32Array(16);
  twin = new Uint16Array(16);
  provider = new Int32Array(16);
  kind = new Uint8Array(16);
  homeDistrict = new Int32Array(16);
  priceModel = new Uint8Array(16);
  priceMinFen = new Float64Array(16);
  priceMaxFen = new Float64Array(16);
  freeCapacity = new Int32Array(16);
  leadTimeDays = new Int32Array(16);
  ratingHundredths = new Int16Array(16);
  ratingCount = new Int32Array(16);
  exposureOwed = new Int16Array(16);
  completed = new Int32Array(16);
  coreLeaf = new Int16Array(16);
  updatedDay = new Int32Array(16);
  termTotal = new Int32Array(16);
  people = new Uint8Array(16);
  circleLng = new Float64Array(16);
  circleLat = new Float64Array(16);
  circleKm = new Float64Array(16);
  readonly leaves = new RowLists();
  readonly scopeLeaves = new RowLists();
  readonly servedDistricts = new RowLists();
  readonly qualifications = new RowLists();
  readonly termCounts = new RowLists();
  readonly limitTerms = new RowLists();

  /** Makes every column hold a row. @param row the row */
  protected reach(row: number): void {
    if (row < this.flags.length) return;
    const n = row + 1;
    this.flags = enlarged(this.flags, Uint8Array, n);
    this.hash = enlarged(this.hash, Uint32Array, n);
    this.twin = enlarged(this.twin, Uint16Array, n);
    this.provider = enlarged(this.provider, Int32Array, n);
    this.kind = enlarged(this.kind, Uint8Array, n);
    this.homeDistrict = enlarged(this.homeDistrict, Int32Array, n);
    this.priceModel = enlarged(this.priceModel, Uint8Array, n);
    this.priceMinFen = enlarged(this.priceMinFen, Float64Array, n);
    this.priceMaxFen = enlarged(this.priceMaxFen, Float64Array, n);
    this.freeCapacity = enlarged(this.freeCapacity, Int32Array, n);
    this.leadTimeDays = enlarged(this.leadTimeDays, Int32Array, n);
    this.ratingHundredths = enlarged(this.ratingHundredths, Int16Array, n);
    this.ratingCount = enlarged(this.ratingCount, Int32Array, n);
    this.exposureOwed = enlarged(this.exposureOwed, Int16Array, n);
    this.completed = enlarged(this.completed, Int32Array, n);
    this.coreLeaf = enlarged(this.coreLeaf, Int16Array, n);
    this.updatedDay = enlarged(this.updatedDay, Int32Array, n);
    this.termTotal = enlarged(this.termTotal, Int32Array, n);
    this.people = enlarged(this.people, Uint8Array, n);
    this.circleLng = enlarged(this.circleLng, Float64Array, n);
    this.circleLat = enlarged(this.circleLat, Float64Array, n);
    this.circleKm = enlarged(this.circleKm, Float64Array, n);
  }

  /** Empties the lists of a row. @param row the row */
  protected clearLists(row: number): void {
    for (const lists of [
      this.leaves,
      this.scopeLeaves,
      this.servedDistricts,
      this.qualifications,
      this.termCounts,
      this.limitTerms,
    ])
      lists.clear(row);
  }
}
