import { expect, test } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'

/** As published on gov.uk for England and Wales. */
const published = {
  2021: [
    ...['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30'],
    ...['2021-12-27', '2021-12-28'],
  ],
  2024: [
    ...['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26'],
    ...['2024-12-25', '2024-12-26'],
  ],
  2026: [
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
    ...['2026-12-25', '2026-12-28'],
  ],
  2027: [
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30'],
    ...['2027-12-27', '2027-12-28'],
  ],
}

test.each(Object.entries(published))(
  'the bank holidays of %s are those published',
  (year, days) => {
    expect(bankHolidays(Number(year)).map(({ day }) => day)).toEqual(days)
  },
)

test('Christmas on a Sunday is made up for after Boxing Day', () => {
  expect(bankHolidays(2033).slice(-2)).toEqual([
    { day: '2033-12-26', name: 'Boxing Day' },
    { day: '2033-12-27', name: 'Christmas Day (substitute day)' },
  ])
})
