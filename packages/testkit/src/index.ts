export * from './clear-namespace';
export * from './event-facts';
export * from './eventually';
export * from './move-clock';
export * from './schema-check';
export * from './start-beside';
export * from './test-actor';
export * from './test-environment';
