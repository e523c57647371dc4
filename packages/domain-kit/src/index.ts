export * from './result';
export * from './id';
export * from './clock';
export * from './credit-code';
export * from './money';
export * from './state-machine';
