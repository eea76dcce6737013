import type { Store } from '../../src/store.ts'

/** A store in memory, and what is in it. */
export interface MemoryStore extends Store {
  readonly documents: ReadonlyMap<string, { readonly text: string; readonly type: string }>
  /** The only document in it, as JSON. */
  only(): unknown
}

/** An empty store; it has no room for documents of these names. */
export function memoryStore(isFullFor: (name: string) => boolean = () => false): MemoryStore {
  const documents = new Map<string, { text: string; type: string }>()
  return {
    documents,
    async put(name, text, type) {
      if (isFullFor(name)) throw new Error('full')
      documents.set(name, { text, type })
    },
    get: async (name) => documents.get(name)?.text,
    only() {
      const [document, other] = documents.values()
      if (!document || other) throw new Error(`${documents.size} documents are not one`)
      return JSON.parse(document.text)
    },
  }
}
