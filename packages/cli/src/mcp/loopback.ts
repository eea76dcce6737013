/** The hosts of URLs that lead to this machine. */
export const loopback: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']
