/** Spaces between two columns. */
export const gap = 2

interface Column {
  readonly width: number
  readonly isShortenable: boolean
}

/** Narrower than this, a text says too little: `Windows Server 2012 R…` is still told from its neighbours. */
const least = 22

/**
 * The columns that fit into so many columns of the terminal, with the widths they get: the widest texts are shortened first; when that
 * is not enough the last columns are left out, unless all must stay.
 */
export function fit<C extends Column>(columns: readonly C[], room: number, keepsAll: boolean): readonly C[] {
  const floors = columns.map(({ width, isShortenable }) => (isShortenable ? Math.min(width, least) : width))
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width + gap, -gap)
  if (total(floors) > room && columns.length > 1 && !keepsAll) return fit(columns.slice(0, -1), room, keepsAll)
  const widths = columns.map(({ width }) => width)
  for (let excess = total(widths) - room; excess > 0; excess--) {
    const widest = indexOfMost(widths.map((width, i) => (width > (floors[i] ?? 0) ? width : 0)))
    if (widest === undefined) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? column.width }))
}

function indexOfMost(values: readonly number[]): number | undefined {
  const most = Math.max(...values)
  return most > 0 ? values.lastIndexOf(most) : undefined
}
