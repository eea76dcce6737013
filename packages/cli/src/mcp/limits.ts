/** No message of a client is larger, in bytes. */
export const maxMessageBytes: number = 256 * 1024
