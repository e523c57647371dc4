import { allRoutes, policy, type Grant, type RouteContract } from '@duijie/contracts';
import { openApiDocument } from '@duijie/contracts/openapi';
import type { Schema } from './schema';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Written {
  readonly operationId: string;
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One operation of the document, with what a request to it is made of. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Below `/api/v1`, with `{name}` for parameters. */
  readonly path: string;
  readonly kind: RouteContract['kind'];
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  /** Schema of the JSON body, or of the fields beside the file. */
  readonly body: Schema | undefined;
  readonly upload: boolean;
  /** A stream of events: no pages, no end. */
  readonly stream: boolean;
  readonly grants: readonly Grant[];
  /** Whoever asks gets past the policy table. */
  readonly open: boolean;
}

const document = openApiDocument() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
export const { schemas: namedSchemas } = document.components;

/** The fields beside the file. */
function withoutFile(schema: Schema): Schema {
  const { file: _file, ...properties } = schema.properties ?? {};
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => name !== 'file') };
}

function operationOf(path: string, method: string, written: Written): Operation {
  const contract = allRoutes.find((one) => one.id === written.operationId);
  if (!contract) throw new Error(`${written.operationId} is in the document, but no contract`);
  const own = written.parameters.filter((p): p is Parameter => 'name' in p);
  const grants = policy[contract.id] ?? [];
  const body = Object.values(written.requestBody?.content ?? {})[0]?.schema;
  const upload = contract.transfer === 'upload';
  return {
    id: written.operationId,
    method: method.toUpperCase(),
    path,
    kind: contract.kind,
    pathParameters: own.filter((p) => p.in === 'path'),
    query: own.filter((p) => p.in === 'query'),
    body: body && upload ? withoutFile(body) : body,
    upload,
    stream: contract.transfer === 'stream',
    grants,
    open: grants.some((grant) => grant.who === 'anyone'),
  };
}

/** Every operation of the published document, in its order. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, written]) => operationOf(path, method, written)),
);

/** The path names no object of somebody, but a choice that everybody has for themselves. */
export const namesNobodysObject = ({ pathParameters }: Operation): boolean =>
  pathParameters.length > 0 && pathParameters.every(({ schema }) => schema.enum !== undefined);
