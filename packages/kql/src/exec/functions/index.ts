import { UnsupportedKql } from '../../errors.ts'
import type { ScalarFunction } from '../call.ts'
import { merge } from '../registry.ts'
import { series } from '../series/index.ts'
import { arithmetic } from './arithmetic.ts'
import { arraySorts } from './array-sort.ts'
import { array } from './array.ts'
import { bag } from './bag.ts'
import { bins } from './bin.ts'
import { bitwise } from './bitwise.ts'
import { commandLines } from './command-line.ts'
import { comparison } from './comparison.ts'
import { conversion } from './conversion.ts'
import { datetimeFunctions } from './datetime.ts'
import { encoding } from './encoding.ts'
import { formatBytes } from './format-bytes.ts'
import { timeFormats } from './format-time.ts'
import { hashes } from './hash.ts'
import { ipv4Texts } from './ipv4-text.ts'
import { ipv4 } from './ipv4.ts'
import { jsonFunctions } from './json.ts'
import { math } from './math.ts'
import { membershipOperators } from './membership.ts'
import { parsing } from './parse.ts'
import { punycodes } from './punycode.ts'
import { randomness } from './random.ts'
import { regexFunctions } from './regex.ts'
import { sets } from './set.ts'
import { specialFunctions } from './special.ts'
import { stringFunctions } from './string.ts'
import { textMatch } from './text-match.ts'
import { timespanFunctions } from './timespan.ts'
import { timezones } from './timezone.ts'
import { unitConversions } from './units.ts'

const families = merge([
  arithmetic,
  array,
  arraySorts,
  bag,
  bins,
  bitwise,
  commandLines,
  comparison,
  conversion,
  datetimeFunctions,
  encoding,
  formatBytes,
  hashes,
  ipv4,
  ipv4Texts,
  jsonFunctions,
  math,
  membershipOperators,
  parsing,
  punycodes,
  randomness,
  regexFunctions,
  series,
  sets,
  specialFunctions,
  stringFunctions,
  textMatch,
  timeFormats,
  timespanFunctions,
  timezones,
  unitConversions,
])

const givesExactDecimals: ReadonlySet<string> = new Set(['max_of', 'min_of', 'parse_version', 'todecimal'])

const guarded =
  (make: ScalarFunction): ScalarFunction =>
  (site) => {
    if (site.result === 'decimal' && !givesExactDecimals.has(site.name))
      throw new UnsupportedKql(`${site.name} of decimals`, site.at)
    return make(site)
  }

/** All scalar functions and operators by their KQL spelling. */
export const functions: Readonly<Record<string, ScalarFunction>> = Object.fromEntries(
  Object.entries(families).map(([name, make]) => [name, guarded(make)]),
)
