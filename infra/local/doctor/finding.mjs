/**
 * One line of the doctor's answer.
 * @module
 */

/**
 * @typedef {object} Finding
 * @property {'ok' | 'warning' | 'fault'} level
 * @property {string} code stable word for machines
 * @property {[zh: string, en: string]} what
 * @property {[zh: string, en: string]} [mend] what to do
 */

/** @param {string} code @param {string} zh @param {string} [en] @returns {Finding} */
export function ok(code, zh, en = zh) {
  return { level: 'ok', code, what: [zh, en] };
}

/** @param {string} code @param {[string, string]} what @param {[string, string]} mend @returns {Finding} */
export function warning(code, what, mend) {
  return { level: 'warning', code, what, mend };
}

/** @param {string} code @param {[string, string]} what @param {[string, string]} mend @returns {Finding} */
export function fault(code, what, mend) {
  return { level: 'fault', code, what, mend };
}
