import type { PreparedNeed } from '../ranking/prepared-need';

/** The weights of one need's words by term number, loaded when a need is first looked at. */
export class NeedWords {
  /** By term: its weight; 0 = not in the need. */
  weight = new Int32Array(256);
  /** By term: its weight where the need rules it out. */
  ruledOut = new Int32Array(256);
  #loaded: PreparedNeed | undefined;

  /**
   * Makes the arrays those of a need.
   *
   * @param need the need
   * @param terms how many terms there may be
   */
  load(need: PreparedNeed, terms: number): void {
    if (terms > this.weight.length) {
      this.weight = new Int32Array(2 * terms);
      this.ruledOut = new Int32Array(2 * terms);
    } else if (this.#loaded === need) return;
    else if (this.#loaded) {
      for (const term of this.#loaded.terms) this.weight[term] = 0;
      for (const term of this.#loaded.ruledOutTerms) this.ruledOut[term] = 0;
    }
    for (let i = 0; i < need.terms.length; i++) this.weight[need.terms[i]!] = need.termWeights[i]!;
    for (let i = 0; i < need.ruledOutTerms.length; i++)
      this.ruledOut[need.ruledOutTerms[i]!] = need.ruledOutWeights[i]!;
    this.#loaded = need;
  }
}
