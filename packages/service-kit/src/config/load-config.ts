import type { z } from 'zod';

/** A variable is missing or wrong. `faults` names every one of them, so that one start shows all. */
export class ConfigurationInvalid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Configuration is not valid:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
    this.name = 'ConfigurationInvalid';
  }
}

/**
 * Reads several schemas from one environment.
 * @param schemas name → zod object over environment variables
 * @returns name → parsed values, frozen
 * @throws ConfigurationInvalid with every fault of every schema
 */
export function loadConfig<const S extends Readonly<Record<string, z.ZodType>>>(
  schemas: S,
  env: Readonly<Record<string, string | undefined>>,
): { readonly [K in keyof S]: z.infer<S[K]> } {
  const faults = new Set<string>();
  const present = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const out: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const parsed = schema.safeParse(present);
    if (parsed.success) out[name] = Object.freeze(parsed.data);
    else for (const issue of parsed.error.issues) faults.add(`${issue.path.join('.')}: ${issue.message}`);
  }
  if (faults.size > 0) throw new ConfigurationInvalid([...faults]);
  return Object.freeze(out) as { readonly [K in keyof S]: z.infer<S[K]> };
}
