import { UnsupportedKql } from '../../errors.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

/** Units of one kind by name, each as a multiple of the kind's base unit. */
type Units = Readonly<Record<string, number>>

const PREFIXES: Readonly<Record<string, number>> = {
  nano: 1e-9,
  micro: 1e-6,
  milli: 1e-3,
  centi: 1e-2,
  deci: 0.1,
  '': 1,
  deca: 10,
  hecto: 100,
  kilo: 1000,
  mega: 1e6,
  giga: 1e9,
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** A unit with the decimal prefixes, such as `Kilometer`; `size` is that of the plain unit. */
const metric = (unit: string, size = 1): Units =>
  Object.fromEntries(Object.entries(PREFIXES).map(([prefix, factor]) => [capital(prefix + unit), size * factor]))

/** A speed's units: each length per second, minute and hour. */
const perTime = (lengths: Units): Units =>
  Object.fromEntries(
    Object.entries(lengths).flatMap(([name, size]) =>
      Object.entries({ Second: 1, Minute: 60, Hour: 3600 }).map(([unit, seconds]) => [
        `${name}Per${unit}`,
        size / seconds,
      ]),
    ),
  )

const imperial: Units = { Inch: 0.0254, Foot: 0.3048, Yard: 0.9144 }

const length: Units = { ...metric('meter'), ...imperial, Angstrom: 1e-10, Mile: 1609.344, NauticalMile: 1852 }

const mass: Units = {
  ...metric('gram', 1e-3),
  ...metric('tonne', 1000),
  Pound: 0.45359237,
  Ounce: 0.028349523125,
  Grain: 0.00006479891,
  Stone: 6.35029318,
}

const angle: Units = {
  ...metric('radian'),
  ...metric('degree', Math.PI / 180),
  Gradian: Math.PI / 200,
  Arcminute: Math.PI / 10_800,
  Arcsecond: Math.PI / 648_000,
  Revolution: 2 * Math.PI,
}

const energy: Units = {
  ...metric('joule'),
  WattHour: 3600,
  KilowattHour: 3.6e6,
  MegawattHour: 3.6e9,
  GigawattHour: 3.6e12,
  Calorie: 4.184,
  Kilocalorie: 4184,
  BritishThermalUnit: 1055.05585262,
}

const force: Units = { ...metric('newton'), Dyn: 1e-5 }

const speed: Units = { ...perTime({ ...metric('meter'), ...imperial }), MilePerHour: 0.44704, Knot: 1852 / 3600 }

const cubic = (units: Units): Units =>
  Object.fromEntries(Object.entries(units).map(([name, size]) => [`Cubic${name}`, size ** 3]))

const volume: Units = {
  ...cubic({ ...metric('meter'), ...imperial }),
  ...metric('liter', 1e-3),
  AcreFoot: 43_560 * 0.3048 ** 3,
}

const sizeOf = (site: CallSite, units: Units, name: string): number => {
  const size = units[name]
  if (size === undefined) throw new UnsupportedKql(`${site.name} with the unit ${JSON.stringify(name)}`, site.at)
  return size
}

const linear =
  (units: Units): ScalarFunction =>
  (site) =>
    typed(
      ['real', 'string'],
      (value: number, from: string, to: string) => (value * sizeOf(site, units, from)) / sizeOf(site, units, to),
    )(site)

interface Scale {
  readonly size: number
  readonly zero: number
}

// A temperature in kelvins is (degrees - zero) × size.
const scales: Readonly<Record<string, Scale>> = {
  Kelvin: { size: 1, zero: 0 },
  DegreeCelsius: { size: 1, zero: -273.15 },
  DegreeFahrenheit: { size: 5 / 9, zero: -459.67 },
  DegreeRankine: { size: 5 / 9, zero: 0 },
}

const temperature: ScalarFunction = (site) =>
  typed(['real', 'string'], (value: number, from: string, to: string) => {
    const [source, target] = [scales[from], scales[to]]
    if (!source || !target) throw new UnsupportedKql(`${site.name} from ${from} to ${to}`, site.at)
    return ((value - source.zero) * source.size) / target.size + target.zero
  })(site)

/** Conversions between units whose sizes are defined exactly. */
export const unitConversions: Readonly<Record<string, ScalarFunction>> = {
  convert_angle: linear(angle),
  convert_energy: linear(energy),
  convert_force: linear(force),
  convert_length: linear(length),
  convert_mass: linear(mass),
  convert_speed: linear(speed),
  convert_volume: linear(volume),
  convert_temperature: temperature,
}
