export * from './clear-namespace';
export * from './eventually';
export * from './schema-check';
export * from './test-actor';
export * from './test-environment';
