import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

/** A JSON Schema as the document writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

/** Follows references and tells values that fit from values that do not. */
export interface Schemas {
  resolve(schema: Schema): Schema;
  fits(schema: Schema, value: unknown): boolean;
}

export function createSchemas(named: Readonly<Record<string, Schema>>): Schemas {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'duijie', components: { schemas: named } });
  const compiled = new Map<string, ValidateFunction>();
  return {
    resolve(schema) {
      if (schema.$ref === undefined) return schema;
      const found = named[schema.$ref.split('/').at(-1) ?? ''];
      if (!found) throw new Error(`${schema.$ref} leads nowhere`);
      return this.resolve(found);
    },
    fits(schema, value) {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"duijie#/components/');
      const known = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
      compiled.set(text, known);
      return known(value);
    },
  };
}
