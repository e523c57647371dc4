export * from './openapi/open-api-document';
