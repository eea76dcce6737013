import type { ContainerClient } from '@azure/storage-blob'
import { managedIdentity } from './identity/credential.ts'
import type { Settings } from './settings.ts'

/** A place for documents, by name. */
export interface Store {
  /** Writes a document, or writes it anew. */
  put(name: string, text: string, type: DocumentType): Promise<void>
  /** The text of a document; undefined when there is none of this name. */
  get(name: string): Promise<string | undefined>
}

/** The kinds of documents that are stored, as UTF-8. */
export type DocumentType = 'application/json' | 'text/html'

/** A blob container as a store; it is made when it is missing. */
export function blobStore(container: () => Promise<ContainerClient>): Store {
  let made: Promise<ContainerClient> | undefined
  const ready = () => {
    made ??= container().then(async (client) => {
      await client.createIfNotExists()
      return client
    })
    // what failed once may work the next time
    made.catch(() => (made = undefined))
    return made
  }
  return {
    async put(name, text, type) {
      const headers = { blobContentType: `${type}; charset=utf-8` }
      const blob = (await ready()).getBlockBlobClient(name)
      await blob.upload(text, Buffer.byteLength(text), { blobHTTPHeaders: headers })
    },
    async get(name) {
      const blob = (await ready()).getBlockBlobClient(name)
      try {
        return (await blob.downloadToBuffer()).toString()
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 404) return undefined
        throw error
      }
    },
  }
}

/** Opens the container that the settings name, in the storage of the app itself. The SDK is loaded with the first use. */
export const containerOf =
  ({ cloud, identityClientId, storage }: Settings) =>
  async (): Promise<ContainerClient> => {
    const { BlobServiceClient } = await import('@azure/storage-blob')
    const { account, container } = storage
    if (!account) throw new TypeError('There is no storage')
    const service =
      'uri' in account
        ? new BlobServiceClient(account.uri, managedIdentity(identityClientId, { cloud }))
        : BlobServiceClient.fromConnectionString(account.connection())
    return service.getContainerClient(container)
  }
