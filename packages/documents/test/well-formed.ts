import { xml2js } from 'xml-js';

/** Whether a part is one well-formed XML document. */
export function wellFormed(xml: string): boolean {
  const { elements } = xml2js(xml, { compact: false }) as { elements?: readonly { type: string }[] };
  return elements?.filter((one) => one.type === 'element').length === 1;
}
