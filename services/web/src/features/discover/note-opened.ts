import { noteSearchOpened, type SearchKind } from '@duijie/contracts';
import { api } from '../../api/client';

/** Tells which place of a result list was opened. Nobody waits for it, and it may get lost. */
export function noteOpened(q: string, kind: SearchKind, position: number): void {
  if (q)
    api()
      .call(noteSearchOpened, { body: { q, kind, position } })
      .catch(() => undefined);
}
