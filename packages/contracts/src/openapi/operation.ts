import { xlsxMediaType } from '../excel/excel-column';
import { excelSheets } from '../excel/excel-sheets';
import type { Grant } from '../policy';
import type { RouteContract } from '../route';
import { hasFields } from './has-fields';
import type { JsonSchema, JsonSchemas } from './json-schemas';
import { problemsOf, type ProblemResponses } from './problem-responses';

const isMap = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function fieldsOf(json: JsonSchema, contract: RouteContract): [string, JsonSchema, boolean][] {
  if (!isMap(json['properties'])) throw new Error(`${contract.id}: parameters must be the fields of an object`);
  const required = new Set(json['required'] as readonly string[] | undefined);
  return Object.entries(json['properties']).map(([name, schema]) => [name, schema as JsonSchema, required.has(name)]);
}

function parametersOf(contract: RouteContract, schemas: JsonSchemas, versioned: boolean): JsonSchema[] {
  const path = fieldsOf(schemas.inPlace(contract.params, 'input'), contract).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }));
  const query = fieldsOf(schemas.inPlace(contract.query, 'input'), contract).map(([name, schema, required]) => ({
    name,
    in: 'query',
    required,
    schema,
  }));
  return [
    ...path,
    ...query,
    ...(contract.kind === 'create' ? [parameter('IdempotencyKey')] : []),
    ...(contract.kind === 'change' ? [parameter('IfMatch')] : []),
    ...(versioned && contract.kind === 'read' ? [parameter('IfNoneMatch')] : []),
    ...(contract.id in excelSheets ? [parameter('Format')] : []),
    ...(contract.transfer === 'stream' ? [parameter('LastEventId')] : []),
    parameter('Organisation'),
    parameter('OnBehalfOf'),
    parameter('OnBehalfChannel'),
    parameter('OnBehalfNote'),
    parameter('Language'),
  ];
}

/** What `response` describes: the JSON itself, or the data of one event of a stream. */
function answerContentOf(contract: RouteContract, schemas: JsonSchemas): JsonSchema {
  if (contract.transfer === 'download') return { content: { 'application/octet-stream': {} } };
  if (!hasFields(contract.response)) return {};
  const schema = schemas.of(contract.response, 'output');
  const workbook = contract.id in excelSheets ? { [xlsxMediaType]: {} } : {};
  if (contract.transfer !== 'stream') return { content: { 'application/json': { schema }, ...workbook } };
  const stream = { type: 'string', description: 'Server-sent events; the data of each is JSON of `x-event-data`' };
  return { content: { 'text/event-stream': { schema: stream, 'x-event-data': schema } } };
}

const descriptions = { json: 'Done', upload: 'Done', download: 'The file', stream: 'Events as they come' } as const;

function requestBodyOf(contract: RouteContract, schemas: JsonSchemas): JsonSchema | undefined {
  if (contract.transfer === 'upload') {
    const fields = schemas.inPlace(contract.body, 'input');
    const schema = {
      ...fields,
      properties: { file: { type: 'string', format: 'binary' }, ...(fields['properties'] as JsonSchema) },
      required: ['file', ...((fields['required'] as readonly string[] | undefined) ?? [])],
    };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  if (!hasFields(contract.body)) return undefined;
  return { required: true, content: { 'application/json': { schema: schemas.of(contract.body, 'input') } } };
}

/** One operation of the document. @param grants the route's line of the policy table */
export function operationOf(
  contract: RouteContract,
  grants: readonly Grant[],
  schemas: JsonSchemas,
  problemResponses: ProblemResponses,
): JsonSchema {
  const answers = hasFields(contract.response);
  const shape = answers ? schemas.inPlace(contract.response, 'output')['properties'] : undefined;
  const versioned = isMap(shape) && isMap(shape['version']) && shape['version']['type'] === 'integer';
  const success = {
    description: answers || contract.transfer === 'download' ? descriptions[contract.transfer] : 'Done; nothing to say',
    headers: {
      'X-Request-Id': header('RequestId'),
      ...(versioned ? { ETag: header('ETag') } : {}),
      ...(contract.status === 201 ? { Location: header('Location') } : {}),
      ...(contract.kind === 'create' ? { 'Idempotent-Replayed': header('IdempotentReplayed') } : {}),
    },
    ...answerContentOf(contract, schemas),
  };
  const refused = [...problemsOf(contract, grants)].map(([status, codes]) => [status, problemResponses.of(codes)]);
  const requestBody = requestBodyOf(contract, schemas);
  const signedIn = [{ session: [] }, { token: [] }];
  return {
    operationId: contract.id,
    summary: contract.summary.zh,
    description: contract.summary.en,
    tags: [contract.service],
    parameters: parametersOf(contract, schemas, versioned),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      [contract.status]: success,
      ...(versioned && contract.kind === 'read' ? { 304: { description: 'Unchanged since If-None-Match' } } : {}),
      ...(Object.fromEntries(refused) as JsonSchema),
    },
    security: grants.some((g) => g.who === 'anyone') ? [{}, ...signedIn] : signedIn,
    'x-duijie-allowed': grants,
  };
}
