import { z } from 'zod';

/** How one field of a contract is asked for. */
export type FormControl =
  | { readonly control: 'text'; readonly maxLength: number }
  | { readonly control: 'day' | 'yuan' | 'switch' }
  | { readonly control: 'number'; readonly min: number; readonly max: number }
  | { readonly control: 'choice'; readonly options: readonly string[] }
  | { readonly control: 'choices'; readonly options: readonly string[]; readonly most: number }
  | { readonly control: 'leaves'; readonly most: number }
  | { readonly control: 'group'; readonly fields: readonly FormField[] }
  | { readonly control: 'rows'; readonly fields: readonly FormField[]; readonly most: number };
export type FormField = FormControl & {
  readonly name: string;
  /** May be empty, which is sent as null. */
  readonly nullable: boolean;
  /** May be left out. */
  readonly optional: boolean;
};

/** What is read of a JSON schema. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}
const leafPattern = '^[a-z]+\\.[a-z0-9-]+$';

function controlOf(name: string, schema: Schema): FormControl {
  if (schema.enum) return { control: 'choice', options: schema.enum };
  if (schema.type === 'boolean') return { control: 'switch' };
  if (schema.type === 'integer' && name.endsWith('Fen')) return { control: 'yuan' };
  if (schema.type === 'integer')
    return { control: 'number', min: schema.minimum ?? 0, max: schema.maximum ?? Number.MAX_SAFE_INTEGER };
  if (schema.type === 'string' && schema.format === 'date') return { control: 'day' };
  if (schema.type === 'string') return { control: 'text', maxLength: schema.maxLength ?? 200 };
  if (schema.type === 'object') return { control: 'group', fields: fieldsIn(schema) };
  const { items, maxItems: most = 100 } = schema;
  if (schema.type === 'array' && items?.enum) return { control: 'choices', options: items.enum, most };
  if (schema.type === 'array' && items?.pattern === leafPattern) return { control: 'leaves', most };
  if (schema.type === 'array' && items?.type === 'object') return { control: 'rows', fields: fieldsIn(items), most };
  throw new Error(`no control for the field ${name}: ${JSON.stringify(schema)}`);
}

function fieldsIn({ properties = {}, required = [] }: Schema): FormField[] {
  return Object.entries(properties).map(([name, schema]) => {
    const nullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false;
    const given = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
    return { ...controlOf(name, given), name, nullable, optional: !required.includes(name) };
  });
}

/**
 * The fields of a form, as the contract of its route has them, in the contract's order.
 * @throws Error for a shape that no control asks for
 */
export const fieldsOf = (contract: z.ZodType): readonly FormField[] =>
  fieldsIn(z.toJSONSchema(contract, { io: 'input' }) as Schema);

/** What a field holds before anything is entered. */
export function blankOf(field: FormField): unknown {
  if (field.nullable) return null;
  if (field.optional) return undefined;
  switch (field.control) {
    case 'text':
    case 'day':
      return '';
    case 'number':
      return field.min;
    case 'yuan':
      return 0;
    case 'switch':
      return false;
    case 'choice':
      return field.options[0];
    case 'choices':
    case 'leaves':
    case 'rows':
      return [];
    case 'group':
      return blanksOf(field.fields);
  }
}

/** A whole form before anything is entered. */
export const blanksOf = (fields: readonly FormField[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.map((field) => [field.name, blankOf(field)] as const).filter(([, blank]) => blank !== undefined),
  );

/** Whether nothing is entered in a group that may be left empty. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.values(value).every(isBlank));
