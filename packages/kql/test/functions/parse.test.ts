import { expect, test } from 'vitest'
import { value } from '../value.ts'

test.each([
  [String.raw`parse_csv('a,"b,""c""",,d')`, ['a', 'b,"c"', '', 'd']],
  ['parse_csv("a,b\\nc")', ['a', 'b']],
  ['parse_csv("\\"a\\nb\\",c")', ['a\nb', 'c']],
  ['parse_url("https://u:p@example.org:8443/a/b?x=1&y=a%20b#top").Host', 'example.org'],
  ['parse_url("https://example.org/a?x=1&y=a%20b#top")["Query Parameters"]', { x: '1', y: 'a b' }],
  ['parse_url("https://example.org:8443/a/b").Port', '8443'],
  ['parse_url("no url")', null],
  ['parse_urlquery("x=1&y")', { 'Query Parameters': { x: '1', y: '' } }],
  [String.raw`parse_path(@"C:\logs\app\error.log:old").DirectoryPath`, String.raw`C:\logs\app`],
  [String.raw`parse_path(@"C:\logs\app\error.log:old").AlternateDataStreamName`, 'old'],
  [String.raw`parse_path("/var/log/syslog.1.gz").Extension`, 'gz'],
  ['extract_json("$.a[1].b", \'{"a":[0,{"b":7}]}\', typeof(long))', 7],
  ['extract_json("$.a", "{}")', ''],
  ['parse_ipv4("10.0.0.255/24")', 167_772_160],
  ['parse_ipv4("10.0.0.256")', null],
  ['parse_ipv4_mask("10.0.0.255", 31)', 167_772_414],
  ['format_ipv4("10.1.2.3", 16)', '10.1.0.0'],
  ['format_ipv4_mask(167772415, 24)', '10.0.0.0/24'],
  ['ipv4_compare("10.0.0.1", "10.0.0.2")', -1],
  ['ipv4_is_match("10.0.0.1/24", "10.0.0.200")', true],
  ['ipv4_is_in_range("10.0.1.1", "10.0.0.0/23")', true],
  ['ipv4_is_in_any_range("10.0.1.1", "192.168.0.0/16", "10.0.1.0/24")', true],
  ['ipv4_is_private("172.31.255.1")', true],
  ['ipv4_is_private("172.32.0.1")', false],
  ['ipv4_netmask_suffix("10.0.0.1/9")', 9],
])('%s', (expression, expected) => {
  expect(value(expression)).toEqual(expected)
})
