import type { NeedChange, NeedView } from '@duijie/contracts';

/** The fields of a need as they are entered: what a need shows of its services is more. */
export const enteredOf = (view: NeedView): NeedChange => ({
  ...(view as unknown as NeedChange),
  components: view.components.map(({ code }) => code),
  contact: view.private?.contact ?? null,
});
