/** Queue of the events for one subscriber. */
export const eventQueueName = (subscriber: string): string => `events-${subscriber}`;
/** Redis list of `eventId|subscriber` that a publisher may mark as confirmed. */
export const confirmationsKey = (prefix: string, publisher: string): string => `${prefix}:confirmations:${publisher}`;
/** While this key stands, Redis has not been emptied since the publisher's relay last looked. */
export const markerKey = (prefix: string, publisher: string): string => `${prefix}:marker:${publisher}`;
