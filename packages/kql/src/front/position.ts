/** The one-based line and column of an offset. */
export function position(text: string, start: number): { line: number; column: number } {
  const before = text.slice(0, start)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: start - lineStart + 1 }
}
