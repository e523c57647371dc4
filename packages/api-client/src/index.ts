export * from './call-input';
export * from './client';
export * from './letterhead-source';
export * from './no-answer';
export * from './problem-error';
