/** Characters that XML 1.0 has no place for, lone surrogates among them. @see XML 1.0, 2.2 Char */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an element or attribute; what XML cannot carry is left out. */
export const xmlText = (text: string): string =>
  text.replaceAll(notXml, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
