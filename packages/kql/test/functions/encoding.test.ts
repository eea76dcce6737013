import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { xxhash64 } from '../../src/exec/functions/xxhash64.ts'
import { value } from '../value.ts'

test.each([
  ['base64_encode_tostring("é")', 'w6k='],
  ['base64_decode_tostring("w6k=")', 'é'],
  ['base64_decode_tostring("/w==")', ''],
  ['base64_decode_tostring("not base64")', ''],
  ['tostring(base64_decode_toarray("AQID"))', '[1,2,3]'],
  ['base64_encode_fromarray(dynamic([1, 2, 3]))', 'AQID'],
  [
    'base64_decode_toguid(base64_encode_fromguid(guid(00112233-4455-6677-8899-aabbccddeeff)))',
    '00112233-4455-6677-8899-aabbccddeeff',
  ],
  ['base64_encode_fromguid(guid(00112233-4455-6677-8899-aabbccddeeff))', 'MyIRAFVEd2aImaq7zN3u/w=='],
  ['zlib_decompress_from_base64_string("AQID")', ''],
  ['url_encode_component("a b/ü")', 'a%20b%2f%c3%bc'],
  ['url_encode("a b")', 'a+b'],
  ['url_decode("a%20b%2f%C3%BC")', 'a b/ü'],
  ['hash_sha256(12)', createHash('sha256').update('12').digest('hex')],
  ['hash_md5(1h)', createHash('md5').update('01:00:00').digest('hex')],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

// Published test values of xxHash64 with seed 0.
test.each([
  ['', 0xef46db3751d8e999n],
  ['a', 0xd24ec4f1a98c6e5bn],
  ['abc', 0x44bc2cf5ad770999n],
  ['Nobody inspects the spammish repetition', 0xfbcea83c8a378bf1n],
])('xxHash64 of %j', (text, hash) => {
  expect(xxhash64(Buffer.from(text))).toBe(hash)
})

test('refuses to hash what has no known bytes', () => {
  expect(() => value('hash(1h)')).toThrow('hash of timespan')
})
