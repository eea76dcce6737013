/** A number that names a stream of noise. */
export function streamOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash
}

// Four bytes add up to a bell curve well enough: mean 510, standard deviation 147.8.
const mean = 510
const deviation = 147.8

/** Noise with mean 0 and standard deviation 1 at a place of a stream: any window of it can be made without the rest. */
export function noise(stream: number, place: number): number {
  let hash = Math.imul(place ^ stream, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ stream, 0xc2b2ae35)
  hash ^= hash >>> 16
  const sum = (hash & 255) + ((hash >>> 8) & 255) + ((hash >>> 16) & 255) + (hash >>> 24)
  return (sum - mean) / deviation
}
