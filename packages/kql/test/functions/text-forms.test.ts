import { expect, test } from 'vitest'
import { value } from '../value.ts'

test.each([
  ['has_ipv4("from 10.0.0.7:443", "10.0.0.7")', true],
  ['has_ipv4("from 110.0.0.7", "10.0.0.7")', false],
  ['has_ipv4("from 10.0.0.7x", "10.0.0.7")', false],
  ['has_ipv4("from 10.0.0.300", "10.0.0.300")', false],
  ['has_any_ipv4("10.0.0.7", dynamic(["10.0.0.8", "10.0.0.7"]))', true],
  ['has_ipv4_prefix("at 10.20.3.4", "10.20.")', true],
  ['has_ipv4_prefix("at 10.20.3.4", "10.2")', false],
  ['has_any_ipv4_prefix("at 10.20.3.4", "192.168.", "10.")', true],
  ['ipv4_range_to_cidr_list("10.0.0.1", "10.0.0.8")', ['10.0.0.1/32', '10.0.0.2/31', '10.0.0.4/30', '10.0.0.8/32']],
  ['punycode_from_string("bücher")', 'bcher-kva'],
  ['punycode_to_string("bcher-kva")', 'bücher'],
  ['punycode_from_string("他们为什么不说中文")', 'ihqwcrb4cv8a8dqg056pqjye'],
  ['punycode_to_string("ihqwcrb4cv8a8dqg056pqjye")', '他们为什么不说中文'],
  ['punycode_domain_from_string("www.bücher.example")', 'www.xn--bcher-kva.example'],
  ['punycode_domain_to_string("www.xn--bcher-kva.example")', 'www.bücher.example'],
  [
    String.raw`parse_command_line('tool.exe --name "two words" C:\\dir\\', 'windows')`,
    ['tool.exe', '--name', 'two words', 'C:\\dir\\'],
  ],
  [String.raw`parse_command_line(@'"C:\a b\t.exe" a\\"b c" d\"e', "windows")`, ['C:\\a b\\t.exe', 'a\\b c', 'd"e']],
  ['parse_version("1.2.3")', '1000000020000000300000000'],
  ['parse_version("1.2.3.4.5")', null],
  ['parse_version("123456789")', null],
])('%s', (expression, expected) => {
  expect(value(expression)).toEqual(expected)
})
