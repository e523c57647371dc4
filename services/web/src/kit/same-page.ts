/** State of a navigation that changes the address of a page without leaving it, e.g. once a draft has its id. */
export const samePage = 'same-page';
