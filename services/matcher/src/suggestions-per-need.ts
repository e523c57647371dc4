/** Length of a need's stored list (K'): twice what is shown first, so that a dismissal has a successor at once. */
export const suggestionsPerNeed = 20;
