import { formatDay } from '#shared/format/dates.ts'

/** Without its year, which the axis beside it says. */
export const axisDay = (date: string) => formatDay(date, date)
