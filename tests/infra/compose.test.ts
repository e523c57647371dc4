import Ajv from 'ajv';
import { readText } from './repository';

interface ComposeService {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}
interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
}

// eslint-disable-next-line typescript/no-require-imports -- js-yaml has no types of its own
const { safeLoad }: { safeLoad: (text: string) => ComposeFile } = require('js-yaml');

const applications = ['identity', 'needs', 'offers', 'matcher', 'discovery', 'deals', 'desk', 'gateway'];
const file = safeLoad(readText('docker-compose.yml'));
const services = Object.entries(file.services);

describe('docker-compose.yml', () => {
  it('follows the compose specification', () => {
    // compose-spec.json: github.com/compose-spec/compose-spec, schema/compose-spec.json of 2026-06-23 (170098b), Apache-2.0.
    const specification: Record<string, unknown> = JSON.parse(readText('tests/infra/compose-spec.json'));
    const { $schema: _dialect, ...schema } = specification;
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.validate(schema, file);
    expect(ajv.errors).toBeNull();
  });

  it('has the three parts and the six services', () => {
    expect(Object.keys(file.services).toSorted()).toEqual(
      [...applications, 'meilisearch', 'mysql', 'redis'].toSorted(),
    );
  });

  it.each(services)('%s has a health check', (_name, service) => {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
  });

  it.each(services)('%s does not run as root', (_name, service) => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it.each(services)('%s has a memory limit', (_name, service) => {
    expect(service.deploy?.resources?.limits?.memory).toMatch(/^\d+[MG]$/);
  });

  it.each(services)('%s keeps no password in the file', (_name, service) => {
    const secrets = Object.entries(service.environment ?? {}).filter(([name]) => /PASSWORD|KEY|SECRET|AUTH/.test(name));
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{[A-Z_]+:\?/);
  });

  it.each(applications)('%s runs its own main file on a read-only disk, after what it needs', (name) => {
    const service = file.services[name];
    expect(service?.command).toEqual(['node', `services/${name}/dist/main.js`]);
    expect(service?.read_only).toBe(true);
    const conditions = Object.values(service?.depends_on ?? {}).map(({ condition }) => condition);
    expect(conditions.length).toBeGreaterThan(0);
    expect(new Set(conditions)).toEqual(new Set(['service_healthy']));
  });

  it('publishes the gateway only, on this machine unless told otherwise', () => {
    const published = services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
    expect(published).toEqual(['gateway']);
    expect(file.services['gateway']?.ports).toEqual(['${DUIJIE_BIND:-127.0.0.1}:${DUIJIE_PORT:-4180}:4180']);
  });

  it('uses the releases that were decided on', () => {
    expect(file.services['mysql']?.image).toBe('mysql:8.4');
    expect(file.services['redis']?.image).toBe('redis:7');
    expect(readText('infra/docker/meilisearch.Dockerfile')).toContain('FROM getmeili/meilisearch:v1.21\n');
    expect(file.services['redis']?.command).toEqual(expect.arrayContaining(['--appendonly', 'yes', 'noeviction']));
  });

  it('finds every variable it demands in the example', () => {
    const demanded = [...readText('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const example = readText('infra/docker/env.example');
    for (const name of demanded) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
  });
});

describe('the image', () => {
  const dockerfile = readText('infra/docker/Dockerfile');

  it('is built from Node 24 and does not run as root', () => {
    expect(dockerfile).toMatch(/^FROM node:24-/m);
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
  });

  it('leaves secrets and local data outside', () => {
    const ignored = readText('infra/docker/Dockerfile.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.local', '.env', '**/node_modules']));
  });
});
