import { widthOf } from './width.ts'

/** Running text in lines of at most so many columns; a longer word has a line of its own. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Running text behind a left margin; the first line begins with `first`, which must be as wide as the margin. */
export function hanging(first: string, margin: number, text: string, width: number): readonly string[] {
  return wrapped(text, Math.max(20, width - margin)).map((line, i) => (i === 0 ? first : ' '.repeat(margin)) + line)
}
