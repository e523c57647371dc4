/** Gives each word a small number of its own, counted from 0 in the order of arrival. */
export class Interner {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  /** How many words have a number. */
  get size(): number {
    return this.#words.length;
  }

  /**
   * @param word any word
   * @returns its number, a new one when it was unknown
   */
  intern(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(word, number);
      this.#words.push(word);
    }
    return number;
  }

  /**
   * @param word any word
   * @returns its number, or -1 when it has none
   */
  find(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  /**
   * @param number a number given by `intern`
   * @returns the word
   * @throws RangeError when the number was never given
   */
  word(number: number): string {
    const word = this.#words[number];
    if (word === undefined) throw new RangeError(`no word has the number ${number}`);
    return word;
  }
}
