import { UnsupportedKql } from '../../errors.ts'
import type { ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

const UNITS = ['Bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB']

/** `format_bytes`: a size in the largest unit of 1,024 that fits it, or in the unit asked for. */
export const formatBytes: Readonly<Record<string, ScalarFunction>> = {
  format_bytes: (site) =>
    typed(['real', 'long', 'string'], (size: number, precision = 0, unit = '') => {
      const fitting = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(size))) / 10))
      const exponent = unit === '' ? fitting : UNITS.indexOf(unit)
      if (exponent < 0) throw new UnsupportedKql(`format_bytes with the unit ${JSON.stringify(unit)}`, site.at)
      const scaled = Number((size / 1024 ** exponent).toFixed(precision))
      return `${scaled} ${UNITS[exponent]}`
    })(site),
}
