/** Sortable bits of cells: the high and the low half of 64. */
export interface SortBits {
  readonly high: Uint32Array
  readonly low: Uint32Array
}

/** Row numbers in order, and the stretches of them whose bits are equal. */
export interface Sorted {
  readonly order: Numbers
  readonly ties: readonly (readonly [from: number, to: number])[]
}

type Numbers = Uint32Array<ArrayBuffer>

const digits = [0, 11, 22] as const
const digitMask = 0x7ff
/** Up to here, moving numbers one by one is quicker than counting their digits. */
const few = 64

/** Sorts row numbers by their cells' bits; numbers with equal bits keep their order. */
export function radixSort(numbers: Numbers, { high, low }: SortBits): Sorted {
  const { order, keys } = byDigits(numbers, high)
  const ties: (readonly [number, number])[] = []
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && keys[to] === keys[from]) to += 1
    if (to - from === 1) continue
    const run = order.subarray(from, to)
    if (run.length <= few) insert(run, low)
    else run.set(byDigits(run.slice(), low).order)
    let first = from
    for (let place = from + 1; place <= to; place += 1) {
      if (place < to && low[order[place] as number] === low[order[first] as number]) continue
      if (place - first > 1) ties.push([first, place])
      first = place
    }
  }
  return { order, ties }
}

/** Sorts numbers by one half of their bits, which travel with them. */
function byDigits(numbers: Numbers, half: Uint32Array): { readonly order: Numbers; readonly keys: Numbers } {
  let [order, spare] = [numbers, new Uint32Array(numbers.length)]
  let [keys, spareKeys] = [new Uint32Array(numbers.length), new Uint32Array(numbers.length)]
  for (let place = 0; place < keys.length; place += 1) keys[place] = half[numbers[place] as number] as number
  for (const shift of digits) {
    const starts = startsOf(keys, shift)
    if (!starts) continue
    for (let place = 0; place < keys.length; place += 1) {
      const key = keys[place] as number
      const target = (starts[(key >>> shift) & digitMask] as number)++
      spare[target] = order[place] as number
      spareKeys[target] = key
    }
    ;[order, spare, keys, spareKeys] = [spare, order, spareKeys, keys]
  }
  return { order, keys }
}

function insert(run: Numbers, low: Uint32Array): void {
  for (let place = 1; place < run.length; place += 1) {
    const number = run[place] as number
    const key = low[number] as number
    let at = place
    for (; at > 0 && (low[run[at - 1] as number] as number) > key; at -= 1) run[at] = run[at - 1] as number
    run[at] = number
  }
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
