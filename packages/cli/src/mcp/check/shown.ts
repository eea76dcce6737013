import { harmless } from '../../text/harmless.ts'

/** Text of a server as it may be shown: on one line, at most so many characters. */
export const shown = (text: string, length = 60): string => {
  const line = harmless(text)
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
