import { problem } from '../problem';
import { serviceNames } from '../route';
import { allRoutes, policy } from '../routes';
import { createJsonSchemas, type JsonSchema } from './json-schemas';
import { namedSchemas } from './named-schemas';
import { operationOf } from './operation';
import { createProblemResponses } from './problem-responses';

const tags: Readonly<Record<(typeof serviceNames)[number], string>> = {
  identity: '人员、机构、地点 / People, organisations, places',
  needs: '需求 / Needs',
  offers: '服务包与服务目录 / Service packages and taxonomy',
  matcher: '匹配 / Matches',
  discovery: '搜索 / Search',
  deals: '响应、确定、协议、评价 / Responses, decisions, agreements, reviews',
  desk: '撮合工作台与通知 / Broker’s desk and notices',
  gateway: '登录与入口 / Sign-in and entrance',
};

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Chosen by the caller, new for every thing to create. The first answer is kept and given again.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'ETag of the version that was seen, e.g. `"3"`',
    schema: { type: 'string', pattern: '^"\\d{1,15}"$' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'ETag that the caller holds; unchanged is answered by 304 where nobody is signed in',
    schema: { type: 'string' },
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description:
      'Id of the last event that was received: what came after it is sent first. EventSource sends it by itself.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  },
  Organisation: {
    name: 'X-Organisation',
    in: 'header',
    description: 'The organisation to act for, of those the person belongs to',
    schema: { type: 'string', format: 'uuid' },
  },
  OnBehalfOf: {
    name: 'X-On-Behalf-Of',
    in: 'header',
    description:
      'The organisation that a broker of a verified association acts for, asked to in another way (代办); with X-On-Behalf-Channel and X-On-Behalf-Note',
    schema: { type: 'string', format: 'uuid' },
  },
  OnBehalfChannel: {
    name: 'X-On-Behalf-Channel',
    in: 'header',
    description: 'How the broker was asked to',
    schema: { type: 'string', enum: ['phone', 'paper', 'wechat', 'visit'] },
  },
  OnBehalfNote: {
    name: 'X-On-Behalf-Note',
    in: 'header',
    description: 'What was said or signed, and by whom: 2–200 characters, percent-encoded UTF-8',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]+$' },
  },
  Format: {
    name: 'format',
    in: 'query',
    description:
      'The whole list as a workbook of at most 10,000 rows, whatever page was asked for; the same by Accept. ' +
      'JSON unless asked for.',
    schema: { type: 'string', enum: ['xlsx'] },
  },
  Language: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Language of texts for people',
    schema: { type: 'string', enum: ['zh', 'en'], default: 'zh' },
  },
};

const headers = {
  RequestId: { description: 'To be told to whoever looks after the system', schema: { type: 'string' } },
  ETag: { description: 'Version, quoted; what If-Match wants', schema: { type: 'string', pattern: '^"\\d+"$' } },
  Location: { description: 'Address of what was created', schema: { type: 'string' } },
  IdempotentReplayed: {
    description: 'The answer of an earlier request with this Idempotency-Key',
    schema: { type: 'string', const: 'true' },
  },
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'duijie_session',
    description: 'Set by sign-in. In production it is called `__Host-duijie_session`.',
  },
  token: { type: 'http', scheme: 'bearer', bearerFormat: 'dj_…', description: 'Personal access token' },
};

/**
 * The published interface as an OpenAPI 3.1 document, made from the contracts and the policy table. Internal routes
 * are left out. The same contracts give the same document, key by key.
 */
export function openApiDocument(): JsonSchema {
  const schemas = createJsonSchemas(namedSchemas());
  schemas.of(problem, 'output');
  const problemResponses = createProblemResponses();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const contract of allRoutes) {
    if (contract.internal) continue;
    const path = contract.path.replaceAll(/:(\w+)/g, '{$1}');
    const item = (paths[path] ??= {});
    item[contract.method.toLowerCase()] = operationOf(contract, policy[contract.id] ?? [], schemas, problemResponses);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '对接 Duijie',
      version: '1',
      summary: '社区治理需求与服务包的对接平台',
      description:
        'A marketplace that matches the governance needs of communities with the service packages of providers. ' +
        'Money is in fen, instants are ISO 8601 in UTC, days are in Asia/Shanghai. ' +
        'Refusals are RFC 9457 problems with words in the language of Accept-Language.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    servers: [{ url: '/api/v1' }],
    tags: serviceNames.map((name) => ({ name, description: tags[name] })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: schemas.components(),
      responses: problemResponses.components(),
      parameters,
      headers,
      securitySchemes,
    },
  };
}
