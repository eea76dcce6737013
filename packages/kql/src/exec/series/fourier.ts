import type { ScalarFunction } from '../call.ts'
import { loose } from '../typed.ts'
import { complete, seriesOf, toArray } from './series.ts'

/** A series of complex numbers. */
interface Complex {
  readonly real: readonly number[]
  readonly imaginary: readonly number[]
}

const every = (values: readonly number[], from: number): number[] => values.filter((_, index) => index % 2 === from)

const half = ({ real, imaginary }: Complex, from: number): Complex => ({
  real: every(real, from),
  imaginary: every(imaginary, from),
})

/** One frequency by the definition, for the odd lengths that halving ends at. */
const frequency = ({ real, imaginary }: Complex, sign: number, to: number): readonly [number, number] => {
  let [sum, imaginarySum] = [0, 0]
  for (const [from, a] of real.entries()) {
    const angle = (sign * 2 * Math.PI * ((to * from) % real.length)) / real.length
    const b = imaginary[from] ?? 0
    sum += a * Math.cos(angle) - b * Math.sin(angle)
    imaginarySum += a * Math.sin(angle) + b * Math.cos(angle)
  }
  return [sum, imaginarySum]
}

const direct = (series: Complex, sign: number): Complex => {
  const found = series.real.map((_, to) => frequency(series, sign, to))
  return { real: found.map(([real]) => real), imaginary: found.map(([, imaginary]) => imaginary) }
}

/** The discrete Fourier transform of any length, not normalized; `sign` is -1 forwards, 1 backwards. */
const transform = (series: Complex, sign: number): Complex => {
  const size = series.real.length
  if (size < 2 || size % 2 === 1) return direct(series, sign)
  const [even, odd] = [transform(half(series, 0), sign), transform(half(series, 1), sign)]
  const real: number[] = []
  const imaginary: number[] = []
  for (let index = 0; index < size; index += 1) {
    const place = index % (size / 2)
    const angle = (sign * 2 * Math.PI * index) / size
    const [a = 0, b = 0] = [odd.real[place], odd.imaginary[place]]
    real.push((even.real[place] ?? 0) + a * Math.cos(angle) - b * Math.sin(angle))
    imaginary.push((even.imaginary[place] ?? 0) + a * Math.sin(angle) + b * Math.cos(angle))
  }
  return { real, imaginary }
}

const fourier =
  (sign: number): ScalarFunction =>
  (site) =>
    loose(['dynamic'], (first: unknown, second?: unknown) => {
      const [left, right] = [seriesOf(first), seriesOf(second)]
      if (!left || (second !== undefined && right?.length !== left.length)) return [null, null]
      const real = complete(site, left)
      const { real: a, imaginary: b } = transform(
        { real, imaginary: right ? complete(site, right) : real.map(() => 0) },
        sign,
      )
      const scale = sign > 0 ? a.length : 1
      return [a, b].map((part) => toArray(part.map((value) => value / scale)))
    })(site)

/** The discrete Fourier transform and its inverse, as series of real and imaginary parts. */
export const fourierTransforms: Readonly<Record<string, ScalarFunction>> = {
  series_fft: fourier(-1),
  series_ifft: fourier(1),
}
