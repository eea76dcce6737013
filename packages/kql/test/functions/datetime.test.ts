import { expect, test } from 'vitest'
import { value } from '../value.ts'

const day = (date: string): string => `${date}T00:00:00.0000000Z`

test.each([
  ['now()', '2026-03-01T12:00:00.0000000Z'],
  ['now(-1h)', '2026-03-01T11:00:00.0000000Z'],
  ['ago(1d)', '2026-02-28T12:00:00.0000000Z'],
  ['bin(datetime(2024-02-29 13:45:10), 1h)', '2024-02-29T13:00:00.0000000Z'],
  ['bin(datetime(1950-02-28 13:45), 1d)', day('1950-02-28')],
  ['bin(datetime(2024-02-29), 7d)', day('2024-02-26')],
  ['bin(datetime(2024-02-29 00:00:00.0000123), 10microseconds)', '2024-02-29T00:00:00.0000100Z'],
  ['bin(-3, 5)', -5],
  ['bin(-3.5, 2)', -4],
  ['bin(90m, 1h)', '01:00:00'],
  ['bin(5, 0)', null],
  ['bin(9223372036854775807, 10)', '9223372036854775800'],
  ['bin_at(datetime(2024-02-29 10:00), 1d, datetime(2024-01-01 12:00))', '2024-02-28T12:00:00.0000000Z'],
  ['bin_at(7.5, 2, 1)', 7],
  ['startofweek(datetime(2024-02-29))', day('2024-02-25')],
  ['startofmonth(datetime(2024-02-29), -2)', day('2023-12-01')],
  ['startofyear(datetime(2024-02-29), 1)', day('2025-01-01')],
  ['startofday(datetime(2024-02-29 23:59))', day('2024-02-29')],
  ['endofmonth(datetime(2024-02-10))', '2024-02-29T23:59:59.9999999Z'],
  ['endofweek(datetime(2024-02-29), 1)', '2024-03-09T23:59:59.9999999Z'],
  ['dayofweek(datetime(2024-02-29))', '4.00:00:00'],
  ['dayofyear(datetime(2024-12-31))', 366],
  ['week_of_year(datetime(2021-01-03))', 53],
  ['week_of_year(datetime(2018-12-31))', 1],
  ['getyear(datetime(2024-02-29))', 2024],
  ['hourofday(datetime(2024-02-29 17:00))', 17],
  ['datetime_part("quarter", datetime(2024-02-29))', 1],
  ['datetime_part("microsecond", datetime(2024-02-29 00:00:01.2345678))', 234_567],
  ['datetime_add("month", 1, datetime(2024-01-31))', day('2024-02-29')],
  ['datetime_add("week", -1, datetime(2024-01-08))', day('2024-01-01')],
  ['datetime_diff("year", datetime(2024-01-01), datetime(2023-12-31))', 1],
  ['datetime_diff("month", datetime(2023-12-31), datetime(2024-02-01))', -2],
  ['datetime_diff("week", datetime(2024-02-25), datetime(2024-02-24))', 1],
  ['datetime_diff("hour", datetime(2024-01-01 01:00), datetime(2024-01-01 00:59))', 1],
  ['datetime_diff("nanosecond", datetime(2024-01-01 00:00:00.0000001), datetime(2024-01-01))', 100],
  ['make_datetime(2024, 2, 29, 1, 2, 3.25)', '2024-02-29T01:02:03.2500000Z'],
  ['make_datetime(2023, 2, 29)', null],
  ['make_timespan(1, 2, 3, 4)', '1.02:03:04'],
  ['make_timespan(25, 0)', null],
  ['unixtime_seconds_todatetime(1709164800)', day('2024-02-29')],
  ['unixtime_microseconds_todatetime(1709164800000001)', '2024-02-29T00:00:00.0000010Z'],
  ['format_datetime(datetime(2024-02-09 15:04:05.678), "yyyy-MM-dd HH:mm:ss.fff")', '2024-02-09 15:04:05.678'],
  ['format_datetime(datetime(2024-02-09 00:04:05.5), "d/M/yy h:m:s tt FFF")', '9/2/24 12:4:5 AM 5'],
  ['format_timespan(1d + 2h + 30ms, "ddd.hh:mm:ss.fff")', '001.02:00:00.030'],
  ['datetime_utc_to_local(datetime(2024-07-01 12:00), "Europe/Berlin")', '2024-07-01T14:00:00.0000000Z'],
  ['datetime_local_to_utc(datetime(2024-07-01 14:00), "Europe/Berlin")', '2024-07-01T12:00:00.0000000Z'],
  ['datetime_local_to_utc(datetime(2024-10-27 02:30), "Europe/Berlin")', '2024-10-27T01:30:00.0000000Z'],
  ['around(5, 7, 2)', true],
])('%s', (expression, expected) => {
  expect(value(expression)).toBe(expected)
})

test.each(['format_datetime(now(), "dddd")', 'datetime_utc_to_local(now(), "Mars/Olympus")'])(
  'refuses %s',
  (expression) => {
    expect(() => value(expression)).toThrow('is not supported')
  },
)
