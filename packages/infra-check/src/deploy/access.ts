import { Fault } from './fault.ts'
import { absent, isBag, isHandle, isList, module, resource, runtime, type Value } from './value.ts'

/** Where an expression is written. */
interface Written {
  readonly file: string
  readonly line: number
}

/** What a value has under a name; of what only the service knows the path is noted. Throws Fault. */
export function member(target: Value, name: string, { file, line }: Written): Value {
  if (isBag(target) && Object.hasOwn(target, name)) return target[name] ?? null
  if (!isHandle(target)) throw new Fault(file, line, `There is no '${name}'`)
  switch (target.is) {
    case absent:
      throw new Fault(file, line, `'${target.name}' is read where it is not deployed`)
    case runtime:
      return { ...target, path: [...target.path, name] }
    case module:
      if (name !== 'outputs') throw new Fault(file, line, `A module has 'outputs' and no '${name}'`)
      return target.outputs
    case resource: {
      const { deployed } = target
      if (name === 'id' || name === 'name') return deployed[name]
      const written = deployed.body[name]
      return written === undefined || isBag(written) ? { is: runtime, of: deployed, path: [name] } : written
    }
  }
}

/** What stands at a place of a list, or under a name of an object. Throws Fault where nothing does. */
export function at(target: Value, index: Value, { file, line }: Written): Value {
  const found =
    isList(target) && typeof index === 'number'
      ? target[index]
      : isBag(target) && typeof index === 'string'
        ? target[index]
        : undefined
  if (found === undefined) throw new Fault(file, line, `There is nothing at [${JSON.stringify(index)}]`)
  return found
}
