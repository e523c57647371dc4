/** Media type of a Word file. */
export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
