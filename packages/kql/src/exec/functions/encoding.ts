import { gunzipSync, inflateSync } from 'node:zlib'
import { UnsupportedKql } from '../../errors.ts'
import type { CallSite, ScalarFunction } from '../call.ts'
import { typed } from '../typed.ts'

/** The bytes as UTF-8 text, or null when they are none. */
const decodeText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The bytes that a base64 text spells, or null when it spells none. */
const fromBase64 = (text: string): Buffer | null =>
  /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text) ? Buffer.from(text, 'base64') : null

const toBase64 = (bytes: string | Uint8Array): string => Buffer.from(bytes as string).toString('base64')

const decodeWith =
  (expand: (bytes: Uint8Array) => Uint8Array): ((text: string) => string | null) =>
  (text) => {
    const bytes = fromBase64(text)
    try {
      return bytes && decodeText(expand(bytes))
    } catch {
      return null
    }
  }

const decodeBase64 = decodeWith((bytes) => bytes)

/** A guid's bytes: the first three groups are little-endian. */
const guidBytes = (guid: string): Buffer => {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
}

const guidOf = (text: string): string | null => {
  const bytes = fromBase64(text)
  if (bytes?.length !== 16) return null
  const hex = guidBytes(bytes.toString('hex')).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const isByte = (item: unknown): item is number =>
  typeof item === 'number' && Number.isInteger(item) && item >= 0 && item < 256

const encodeArray = (items: unknown): string | null =>
  Array.isArray(items) && items.every(isByte) ? toBase64(Uint8Array.from(items)) : null

const base64Array = (text: string): number[] | null => {
  const bytes = fromBase64(text)
  return bytes && [...bytes]
}

const decodeUrl = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** A text inside a URL, with lower-case hexadecimal digits as the service's pages print them. */
const encodeUrl =
  (space: string): ScalarFunction =>
  (site: CallSite) =>
    typed(['string'], (text: string) => {
      const unknown = /[!'()*~]/.exec(text)?.[0]
      if (unknown !== undefined)
        throw new UnsupportedKql(`${site.name} of ${unknown}, of which it is not known whether it is encoded,`, site.at)
      const encoded = encodeURIComponent(text.toWellFormed())
      return encoded.replaceAll(/%../g, (code) => (code === '%20' ? space : code.toLowerCase()))
    })(site)

const base64Decode = typed(['string'], decodeBase64)
const base64Encode = typed(['string'], toBase64)

/** Texts as base64, compressed texts, and texts inside URLs. */
export const encoding: Readonly<Record<string, ScalarFunction>> = {
  base64_encode_tostring: base64Encode,
  base64_encodestring: base64Encode,
  base64_decode_tostring: base64Decode,
  base64_decodestring: base64Decode,
  base64_decode_toarray: typed(['string'], base64Array),
  base64_encode_fromarray: typed(['dynamic'], encodeArray),
  base64_encode_fromguid: typed(['guid'], (guid: string) => toBase64(guidBytes(guid))),
  base64_decode_toguid: typed(['string'], guidOf),
  gzip_decompress_from_base64_string: typed(['string'], decodeWith(gunzipSync)),
  zlib_decompress_from_base64_string: typed(['string'], decodeWith(inflateSync)),
  url_encode_component: encodeUrl('%20'),
  url_encode: encodeUrl('+'),
  url_decode: typed(['string'], decodeUrl),
}
