import type { Logger } from '../log/logger';

/** Repeats `round` every `everyMs`, or at once after a nudge; one round at a time; a failing round waits and goes on. */
export class Loop {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;
  #failures = 0;
  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly round: () => Promise<unknown>,
    private readonly log: Logger,
  ) {}
  start(): void {
    this.#stopped = false;
    this.nudge();
  }
  nudge(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    if (this.#failures > 0 && this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.work();
  }
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
  private async work(): Promise<void> {
    try {
      await this.round();
      if (this.#failures > 0) this.log.info({ loop: this.name }, 'loop works again');
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === 1 || this.#failures % 60 === 0)
        this.log.warn({ loop: this.name, failures: this.#failures, err: error }, 'loop failed, will be tried again');
    }
    this.#running = undefined;
    if (this.#stopped) return;
    if (this.#again && this.#failures === 0) {
      this.#again = false;
      this.nudge();
      return;
    }
    this.#again = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.nudge();
    }, this.everyMs);
  }
}
