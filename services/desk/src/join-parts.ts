import type { EventEnvelope } from '@duijie/contracts';
import type { EventHandlers, RunningModule, TransactionContext } from '@duijie/service-kit';
import type { DeskPart } from './desk-part';

type Handler = (ctx: TransactionContext, event: EventEnvelope<never>) => Promise<void>;

function joinHandlers(all: readonly EventHandlers[]): EventHandlers {
  const byType = new Map<string, Handler[]>();
  for (const handlers of all)
    for (const [type, handler] of Object.entries(handlers))
      byType.set(type, [...(byType.get(type) ?? []), handler as Handler]);
  return Object.fromEntries(
    [...byType].map(([type, handlers]) => [
      type,
      async (ctx: TransactionContext, event: EventEnvelope<never>) => {
        for (const handler of handlers) await handler(ctx, event);
      },
    ]),
  );
}

/**
 * Joins the parts of the desk to one module.
 * @param parts in the order in which they take an event, all in one transaction: what keeps copies comes first
 */
export const joinParts = (parts: readonly DeskPart[]): RunningModule => ({
  routes: parts.flatMap(({ routes }) => routes),
  importers: parts.flatMap(({ importers }) => importers ?? []),
  events: joinHandlers(parts.map(({ events }) => events ?? {})),
  async start() {
    for (const part of parts) await part.start?.();
  },
  async stop() {
    for (const part of parts.toReversed()) await part.stop?.();
  },
});
