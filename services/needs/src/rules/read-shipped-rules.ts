import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyFiles, rulesFromPolicyFiles, type PolicyFiles } from './policy-data';
import type { ShippedRule } from './rule';
import { shippedExamples } from './shipped-examples';
import { shippedTemplates } from './shipped-templates';

/**
 * Reads every rule that the product ships.
 * @param dataDir folder with `policies/`
 * @throws Error when a file is missing, ZodError when one has another shape
 */
export async function readShippedRules(dataDir: string): Promise<readonly ShippedRule[]> {
  const files = await Promise.all(
    policyFiles.map(
      async (name) => [name, JSON.parse(await readFile(join(dataDir, 'policies', name), 'utf8'))] as const,
    ),
  );
  return [...shippedExamples, ...shippedTemplates, ...rulesFromPolicyFiles(Object.fromEntries(files) as PolicyFiles)];
}
