/**
 * Hints between the processes of one namespace: "look into the database". They may be lost, so whoever listens also looks
 * by itself from time to time.
 */
export interface Signals {
  /** Tells whoever listens, in all processes, this one too. Never throws and never waits. */
  send(topic: string, message: string): void;
  /** @returns a function that ends the listening */
  listen(topic: string, hear: (message: string) => void): () => void;
}
