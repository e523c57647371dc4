/** A file that is not what it should be; the message says where. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
