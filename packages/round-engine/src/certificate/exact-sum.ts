/** Adds integers up without loss, whatever their number. */
export class ExactSum {
  private whole = 0n;
  private part = 0;

  /** @param integer A safe integer. */
  add(integer: number): void {
    const sum = this.part + integer;
    if (Number.isSafeInteger(sum)) this.part = sum;
    else {
      this.whole += BigInt(this.part);
      this.part = integer;
    }
  }

  /** Adds a product that itself may pass what a double holds. */
  addProduct(a: number, b: number): void {
    const product = a * b;
    if (Number.isSafeInteger(product)) this.add(product);
    else this.whole += BigInt(a) * BigInt(b);
  }

  get total(): bigint {
    return this.whole + BigInt(this.part);
  }
}
