/** Sortable bits of cells: the high and the low half of 64. */
export interface SortBits {
  readonly high: Uint32Array
  readonly low: Uint32Array
}

const digits = [0, 11, 22] as const
const digitMask = 0x7ff

/** Sorts row numbers by their cells' bits; numbers with equal bits keep their order. */
export function radixSort(order: Uint32Array<ArrayBuffer>, { high, low }: SortBits): Uint32Array<ArrayBuffer> {
  let [sorted, spare] = [order, new Uint32Array(order.length)]
  for (const half of [low, high]) {
    for (const shift of digits) {
      const starts = startsOf(half, shift)
      if (!starts) continue
      for (let place = 0; place < sorted.length; place++) {
        const number = sorted[place] as number
        const digit = ((half[number] as number) >>> shift) & digitMask
        spare[(starts[digit] as number)++] = number
      }
      ;[sorted, spare] = [spare, sorted]
    }
  }
  return sorted
}

/** Where each digit's numbers begin; `undefined` when all have the same digit. */
function startsOf(half: Uint32Array, shift: number): Uint32Array | undefined {
  const counts = new Uint32Array(digitMask + 1)
  for (let row = 0; row < half.length; row++) (counts[((half[row] as number) >>> shift) & digitMask] as number)++
  let start = 0
  for (let digit = 0; digit <= digitMask; digit++) {
    const count = counts[digit] as number
    if (count === half.length) return undefined
    counts[digit] = start
    start += count
  }
  return counts
}

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
const [lowWord, highWord] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]
const most = 0xffff_ffff
const signBit = 0x8000_0000

/** The bits of numbers and nulls, so that comparing bits orders the cells; `undefined` if there are other cells. */
export function sortBits(cells: readonly unknown[], descending: boolean, nullsFirst: boolean): SortBits | undefined {
  const bits = { high: new Uint32Array(cells.length), low: new Uint32Array(cells.length) }
  const { high, low } = bits
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]
    if (cell === null || Number.isNaN(cell)) {
      const inner = cell === null ? 0 : 1
      high[row] = nullsFirst ? 0 : most
      low[row] = nullsFirst ? inner : most - inner
      continue
    }
    if (typeof cell !== 'number') return undefined
    // Adding zero makes one of both zeros. In ascending order all bits of a negative number turn around, of others the sign.
    double[0] = cell + 0
    const top = words[highWord] as number
    const negative = top >= signBit
    const turn = negative === descending ? 0 : most
    high[row] = negative ? top ^ turn : top ^ turn ^ signBit
    low[row] = (words[lowWord] as number) ^ turn
  }
  return bits
}
